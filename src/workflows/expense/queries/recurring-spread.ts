import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { isPurchaseSql } from "../../../modules/expense/lib/categories"
import { dayNumber, dayText, Period, Recurring } from "../../../modules/expense/lib/prorate"

/** What is asked for; `company_ids: null` is all companies. Days are of Tashkent, both included. */
export type Asked = { company_ids: string[] | null; from: string; to: string; category_id?: string }

export type LivingRecurring = Recurring & {
  company_id: string
  category_id: string
  is_purchase: boolean
  status: "approved" | "submitted"
}

type Row = Omit<LivingRecurring, "amount_tiyin" | "changes" | "period"> & {
  period: Period
  tiyin: string
  changes: Record<string, string | null> | null
}

/** A year's change may begin that long before the report does. */
const LONGEST_PERIOD = 366

/** Recurring expenses that live on a day of the period, undecided ones included, with their changes: one statement. */
export async function livingRecurring(container: MedusaContainer, asked: Asked): Promise<LivingRecurring[]> {
  const { company_ids, category_id, from, to } = asked
  const changedSince = dayText(dayNumber(from) - LONGEST_PERIOD)
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: Row[] }>(
    `select r.company_id, r.category_id, ${isPurchaseSql("r.category_id", "c")} as is_purchase, r.status, r.period,
            r.starts_on, r.ends_on, round(r.amount * 100)::text as tiyin,
            (select jsonb_object_agg(g.period_start, round(g.amount * 100)::text) from recurring_change g
              where g.recurring_id = r.id and g.period_start between ? and ? and g.deleted_at is null) as changes
       from recurring_expense r
       left join expense_category c on c.id = r.category_id and c.company_id = r.company_id
      where r.status in ('approved', 'submitted') and r.deleted_at is null
        and r.starts_on <= ? and coalesce(r.ends_on, ?) >= ?
        ${company_ids ? "and r.company_id = any(?)" : ""} ${category_id ? "and r.category_id = ?" : ""}`,
    [
      changedSince,
      to,
      to,
      to,
      from,
      ...(company_ids ? [company_ids] : []),
      ...(category_id ? [category_id] : []),
    ]
  )
  return rows.map(({ tiyin, changes, ...row }) => ({
    ...row,
    amount_tiyin: BigInt(tiyin),
    changes: changesOf(changes),
  }))
}

/** Changes as SQL hands them over (tiyin as text, null: skipped), by the first day of their period. */
export function changesOf(changes: Record<string, string | null> | null): Map<string, bigint | null> {
  return new Map(
    Object.entries(changes ?? {}).map(([start, tiyin]) => [start, tiyin === null ? null : BigInt(tiyin)])
  )
}
