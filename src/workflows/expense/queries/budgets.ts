import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { assertId } from "../../../lib/errors"
import { BudgetUse, budgetUse, daysOfMonth } from "../../../modules/expense/lib/budget"
import { LocalName } from "../../../modules/expense/lib/categories"
import { expensesByDay } from "./by-day"
import { nameOfCategory } from "./present"

type BudgetRow = {
  id: string
  month: string
  category_id: string
  own_category: string | null
  tiyin: string
}

/** A budget and how far it is used up; amounts in so'm. */
export type BudgetView = BudgetUse & {
  id: string
  category_id: string
  category_name: LocalName
  month: string
  amount: number
  spent: number
}

/**
 * A company's budgets of some months with what is spent of each: approved expenses of the month, dated and recurring ones
 * over the whole month; purchases too, where the budget is one for purchases. One statement, and two for each month that
 * has a budget.
 */
export async function readBudgets(
  container: MedusaContainer,
  { company_id, months, category_id }: { company_id: string; months: string[]; category_id?: string }
): Promise<BudgetView[]> {
  assertId(company_id, "company id")
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: BudgetRow[] }>(
      `select b.id, b.month, b.category_id, c.name as own_category, round(b.amount * 100)::text as tiyin
       from expense_budget b left join expense_category c on c.id = b.category_id and c.company_id = b.company_id
      where b.company_id = ? and b.month = any(?) and b.deleted_at is null ${category_id ? "and b.category_id = ?" : ""}
      order by b.month, b.category_id like 'ecat_%', lower(c.name), b.category_id`,
      [company_id, months, ...(category_id ? [category_id] : [])]
    )
  const spent = new Map<string, bigint>()
  for (const month of new Set(rows.map((row) => row.month))) {
    const asked = { company_ids: [company_id], category_id, ...daysOfMonth(month) }
    for (const { category_id: id, amount_tiyin } of (await expensesByDay(container, asked)).rows) {
      const key = `${month}/${id}`
      spent.set(key, (spent.get(key) ?? 0n) + amount_tiyin)
    }
  }
  return rows.map((row) => presentBudget(row, spent.get(`${row.month}/${row.category_id}`) ?? 0n))
}

/** A page of the budgets of a month. */
export async function listBudgets(
  container: MedusaContainer,
  { company_id, month, limit, offset }: { company_id: string; month: string; limit: number; offset: number }
) {
  const budgets = await readBudgets(container, { company_id, months: [month] })
  return { expense_budgets: budgets.slice(offset, offset + limit), count: budgets.length, offset, limit }
}

function presentBudget({ own_category, tiyin, ...row }: BudgetRow, spent: bigint): BudgetView {
  return {
    ...row,
    category_name: nameOfCategory(row.category_id, own_category),
    amount: sum(BigInt(tiyin)),
    spent: sum(spent),
    ...budgetUse(spent, BigInt(tiyin)),
  }
}

/** So'm of tiyin, for an answer; nothing is added up with them. */
export const sum = (tiyin: bigint): number => Number(tiyin) / 100
