import { Context } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { notFound } from "../../../lib/errors"
import { assertTransaction, sql } from "../../../lib/sql"
import { ExpenseErrors } from "../errors"
import { Edit, RecurringRow } from "./recurring-edit"

/**
 * A company's recurring expense, locked until the end of the transaction: whoever edits it, decides on it or changes one
 * of its periods waits.
 * @throws {MedusaError} 404
 */
export async function lockRecurring(context: Context, companyId: string, id: string): Promise<RecurringRow> {
  assertTransaction(context)
  const [row] = await sql<Omit<RecurringRow, "dearest">>(
    context,
    `select id, company_id, category_id, amount::float8 as amount, period, starts_on, ends_on, note, payee, payment_method,
            status, created_by, decided_by
       from recurring_expense where id = ? and company_id = ? and deleted_at is null for update`,
    [id, companyId]
  )
  if (!row) {
    throw notFound("Recurring expense", id)
  }
  // A statement of its own: one that had waited for the row would not see what was changed meanwhile.
  const [{ dearest }] = await sql<{ dearest: number }>(
    context,
    `select coalesce(max(amount), 0)::float8 as dearest from recurring_change
      where recurring_id = ? and deleted_at is null`,
    [id]
  )
  return { ...row, dearest }
}

/** Recurring expenses that a company may have at a time and ever, and changed periods of one: reports spread all of them. */
const LIVING_MAX = 500
const EVER_MAX = 2_000
const CHANGES_MAX = 500

/** @throws {MedusaError} EXPENSE_RECURRING_FULL where a company can't have one more */
export async function refuseFull(context: Context, companyId: string): Promise<void> {
  const [{ living, all }] = await sql<{ living: number; all: number }>(
    context,
    `select count(*)::int as all, count(*) filter (
              where ends_on is null or ends_on >= to_char(now() at time zone 'Asia/Tashkent', 'YYYY-MM-DD'))::int as living
       from recurring_expense where company_id = ? and deleted_at is null`,
    [companyId]
  )
  if (living >= LIVING_MAX || all >= EVER_MAX) {
    throw ExpenseErrors.recurringFull(LIVING_MAX)
  }
}

/** @throws {MedusaError} EXPENSE_RECURRING_FULL where no further period of one can be changed */
export async function refuseFullChanges(context: Context, recurringId: string): Promise<void> {
  const [{ count }] = await sql<{ count: number }>(
    context,
    `select count(*)::int as count from recurring_change where recurring_id = ? and deleted_at is null`,
    [recurringId]
  )
  if (count >= CHANGES_MAX) {
    throw ExpenseErrors.recurringFull(CHANGES_MAX)
  }
}

/** Says what one period costs instead of the usual amount; the last word counts. */
export async function upsertChange(
  context: Context,
  change: {
    company_id: string
    recurring_id: string
    period_start: string
    amount: number | null
    note: string | null
  }
): Promise<void> {
  const { company_id, recurring_id, period_start, amount, note } = change
  const raw = amount === null ? null : JSON.stringify({ value: String(amount), precision: 20 })
  await sql(
    context,
    `insert into recurring_change (id, company_id, recurring_id, period_start, amount, raw_amount, note)
     values (?, ?, ?, ?, ?, ?::jsonb, ?)
     on conflict (recurring_id, period_start) where deleted_at is null do update
        set amount = excluded.amount, raw_amount = excluded.raw_amount, note = excluded.note, updated_at = now()`,
    [generateEntityId(undefined, "rchg"), company_id, recurring_id, period_start, amount, raw, note]
  )
}

/** Takes a period's change back. @returns whether there was one */
export async function deleteChange(
  context: Context,
  recurringId: string,
  periodStart: string
): Promise<boolean> {
  const rows = await sql(
    context,
    `delete from recurring_change where recurring_id = ? and period_start = ? returning id`,
    [recurringId, periodStart]
  )
  return rows.length > 0
}

/** Whether a period of an expense is changed or skipped, of those from a day on. */
async function hasChanges(context: Context, recurringId: string, from = ""): Promise<boolean> {
  const rows = await sql(
    context,
    `select 1 from recurring_change where recurring_id = ? and period_start >= ? and deleted_at is null limit 1`,
    [recurringId, from]
  )
  return rows.length > 0
}

/**
 * A month's changes mean nothing to a week: how often an expense comes is fixed while a period of it is changed.
 * @throws {MedusaError} EXPENSE_RECURRING_HAS_CHANGES
 */
export async function refusePeriodChange(
  context: Context,
  row: RecurringRow,
  { kept, next }: Edit
): Promise<void> {
  const period = next?.period ?? kept.period
  if (period !== row.period && (await hasChanges(context, row.id, next?.starts_on))) {
    throw ExpenseErrors.recurringHasChanges()
  }
}

/** Hands the changes from a day on over to the expense that goes on from there. */
export async function moveChanges(
  context: Context,
  { from_id, to_id, from }: { from_id: string; to_id: string; from: string }
): Promise<void> {
  await sql(
    context,
    `update recurring_change set recurring_id = ?, updated_at = now() where recurring_id = ? and period_start >= ?`,
    [to_id, from_id, from]
  )
}
