import { Context } from "@medusajs/framework/types"
import { sql } from "../../../lib/sql"
import { FiscalOutcome, FiscalStatus, FiscalSubmissionView } from "../types"
import { afterAttempt, OPEN_STATUSES } from "./fiscal"

/** Longer than any attempt takes; a process that dies during one leaves the row due again after it. */
const LEASE_MS = 5 * 60_000

const COLUMNS = "id, kind, transaction_id, receipt_id, provider_id, status, attempts"

export type Attempted = Pick<FiscalSubmissionView, "id" | "status" | "attempts">

/** Takes what is due, so that no other process takes it at the same time, and counts the attempt. */
export function claimDue(context: Context, now: number, limit: number): Promise<FiscalSubmissionView[]> {
  return sql<FiscalSubmissionView>(
    context,
    `update fiscal_submission set attempts = attempts + 1, next_attempt_at = ?, updated_at = now()
      where id in (select id from fiscal_submission
                    where status in ('waiting', 'sent') and next_attempt_at <= ? and deleted_at is null
                    order by next_attempt_at, id limit ? for update skip locked)
      returning ${COLUMNS}`,
    [new Date(now + LEASE_MS), new Date(now), limit]
  )
}

/** Writes what an attempt came to. One that has been confirmed meanwhile stays confirmed. */
export async function writeOutcome(
  context: Context,
  submission: Attempted,
  outcome: FiscalOutcome,
  now: number
): Promise<FiscalStatus> {
  const row = afterAttempt(submission, outcome, now)
  const data = row.data && JSON.stringify(row.data)
  await sql(
    context,
    `update fiscal_submission set status = ?, next_attempt_at = ?, last_error = ?, data = coalesce(data || ?::jsonb, ?::jsonb, data),
            updated_at = now() where id = ? and status <> 'confirmed' and deleted_at is null`,
    [row.status, row.next_attempt_at, row.last_error, data, data, submission.id]
  )
  return row.status
}

/** Makes a submission due at once, with all its attempts before it; null when its state allows none. */
export async function makeDue(context: Context, id: string, now: number): Promise<{ id: string } | null> {
  const [row] = await sql<{ id: string }>(
    context,
    `update fiscal_submission set status = case when status = 'failed' then 'waiting' else status end, attempts = 0,
            next_attempt_at = ?, updated_at = now()
      where id = ? and status in (${OPEN_STATUSES.map(() => "?").join(", ")}) and deleted_at is null returning id`,
    [new Date(now), id, ...OPEN_STATUSES]
  )
  return row ?? null
}
