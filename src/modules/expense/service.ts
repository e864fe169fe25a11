import { MedusaService } from "@medusajs/framework/utils"
import { BozorOptions, readOptions } from "../../lib/options"
import { Expense } from "./models/expense"
import { ExpenseAttachment } from "./models/expense-attachment"
import { ExpenseBudget } from "./models/expense-budget"
import { ExpenseCategory } from "./models/expense-category"
import { ExpensePolicy } from "./models/expense-policy"
import { RecurringChange } from "./models/recurring-change"
import { RecurringExpense } from "./models/recurring-expense"

class ExpenseModuleService extends MedusaService({
  ExpenseCategory,
  Expense,
  ExpenseAttachment,
  ExpensePolicy,
  RecurringExpense,
  RecurringChange,
  ExpenseBudget,
}) {
  readonly options: BozorOptions

  constructor(container: Record<string, unknown>, moduleOptions?: unknown) {
    super(container)
    this.options = readOptions(moduleOptions)
  }
}

export default ExpenseModuleService
