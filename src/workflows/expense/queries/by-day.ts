import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { isPurchaseSql } from "../../../modules/expense/lib/categories"
import { costBetween, dayNumber, dayText, spread } from "../../../modules/expense/lib/prorate"
import { Asked, livingRecurring, LivingRecurring } from "./recurring-spread"

/** What a company spent on a category on a day. Purchases are cash out and no expense of the period (business rule 15). */
export type DayExpense = {
  company_id: string
  day: string
  category_id: string
  is_purchase: boolean
  amount_tiyin: bigint
}
/** What waits for a decision, and what it would add to the period. */
export type PendingExpenses = { count: number; amount_tiyin: bigint }

type DatedRow = Omit<DayExpense, "amount_tiyin"> & { status: string; tiyin: string; count: number }

/**
 * What companies spent by day and category: approved dated expenses with what was sanctioned, and approved recurring ones
 * spread over the days of their periods (business rule 14). Two statements, however long the period.
 * @param asked.company_ids null for all companies
 * @param asked.from first day of Tashkent; `asked.to` is the last one, included
 * @returns rows without an order; a company has one row per day and category
 */
export async function expensesByDay(
  container: MedusaContainer,
  asked: Asked
): Promise<{ rows: DayExpense[]; pending: PendingExpenses }> {
  const dated = await datedByDay(container, asked)
  const recurring = await livingRecurring(container, asked)
  const sums = new DaySums(asked)
  for (const row of dated.filter(({ status }) => status === "approved")) {
    sums.add(row, dayNumber(row.day), [BigInt(row.tiyin)])
  }
  for (const expense of recurring.filter(({ status }) => status === "approved")) {
    spread(expense, sums.span, (day, parts) => sums.add(expense, day, parts))
  }
  return { rows: sums.rows(), pending: pendingOf(dated, recurring, asked) }
}

async function datedByDay(
  container: MedusaContainer,
  { company_ids, category_id, from, to }: Asked
): Promise<DatedRow[]> {
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: DatedRow[] }>(
    `select e.company_id, e.day, e.category_id, ${isPurchaseSql()} as is_purchase, e.status,
            count(*)::int as count, round(sum(coalesce(e.sanctioned_amount, e.amount)) * 100)::text as tiyin
       from expense e
       left join expense_category c on c.id = e.category_id and c.company_id = e.company_id
      where e.day between ? and ? and e.status in ('approved', 'submitted') and e.deleted_at is null
        ${company_ids ? "and e.company_id = any(?)" : ""} ${category_id ? "and e.category_id = ?" : ""}
      group by e.company_id, e.day, e.category_id, 4, e.status`,
    [from, to, ...(company_ids ? [company_ids] : []), ...(category_id ? [category_id] : [])]
  )
  return rows
}

function pendingOf(dated: DatedRow[], recurring: LivingRecurring[], { from, to }: Asked): PendingExpenses {
  const parts = [
    ...dated
      .filter(({ status }) => status === "submitted")
      .map(({ count, tiyin }) => ({ count, tiyin: BigInt(tiyin) })),
    ...recurring
      .filter(({ status }) => status === "submitted")
      .map((expense) => ({ count: 1, tiyin: costBetween(expense, from, to) })),
  ]
  return {
    count: parts.reduce((sum, { count }) => sum + count, 0),
    amount_tiyin: parts.reduce((sum, { tiyin }) => sum + tiyin, 0n),
  }
}

type Owner = Pick<DayExpense, "company_id" | "category_id" | "is_purchase">

/** Sums by day for each company and category; the days are places of an array, which years of many expenses need. */
class DaySums {
  readonly span: { from: number; to: number }
  private readonly owners = new Map<string, { owner: Owner; days: bigint[] }>()

  constructor({ from, to }: Asked) {
    this.span = { from: dayNumber(from), to: dayNumber(to) }
  }

  /** @param day number of the first of the days that the parts are of */
  add({ company_id, category_id, is_purchase }: Owner, day: number, parts: readonly bigint[]): void {
    const key = `${company_id}/${category_id}`
    const { from, to } = this.span
    let entry = this.owners.get(key)
    if (!entry) {
      const days = new Array<bigint>(to - from + 1).fill(0n)
      entry = { owner: { company_id, category_id, is_purchase }, days }
      this.owners.set(key, entry)
    }
    const { days } = entry
    const at = day - from
    for (let index = 0; index < parts.length; index++) {
      days[at + index] += parts[index]
    }
  }

  rows(): DayExpense[] {
    const { from, to } = this.span
    const names = Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => dayText(from + at))
    const rows: DayExpense[] = []
    for (const { owner, days } of this.owners.values()) {
      days.forEach((amount_tiyin, at) => {
        if (amount_tiyin !== 0n) {
          rows.push({ ...owner, day: names[at], amount_tiyin })
        }
      })
    }
    return rows
  }
}
