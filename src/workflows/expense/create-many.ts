import { MedusaContainer } from "@medusajs/framework/types"
import { BulkExpense } from "../../modules/expense/service"
import { expensesOf } from "./announce"

/**
 * Writes up to 1 000 expenses in one statement, for imports: the caller has checked amounts, days and categories and says
 * the status. A row whose `client_id` its company has is left out. Emits nothing: reports look at rows.
 * @returns the rows that were written
 * @throws {RangeError} for more than 1 000
 */
export function createExpenses(
  container: MedusaContainer,
  rows: BulkExpense[]
): Promise<Array<{ id: string; client_id: string | null }>> {
  return expensesOf(container).writeMany(rows)
}

export type { BulkExpense }
