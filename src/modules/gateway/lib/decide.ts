import { Context } from "@medusajs/framework/types"
import { assertId } from "../../../lib/errors"
import { sql } from "../../../lib/sql"
import {
  Decision,
  GatewayView,
  NewTransaction,
  PayableView,
  TransactionChange,
  TransactionView,
} from "../types"
import { CHANGEABLE, PAYABLE_JSON, PayableJson, TRANSACTION_JSON, TransactionJson } from "./rows"

export type TransactionKey = { provider_id: string; external_id: string }

/** Locks a payable's row: by the reference of a new transaction, or through a transaction that exists. */
export async function lockPayable(
  context: Context,
  { provider_id, external_id, reference }: TransactionKey & { reference?: string }
): Promise<PayableView | null> {
  const [row] = await sql<PayableJson>(
    context,
    reference === undefined
      ? `select ${PAYABLE_JSON} as payable from gateway_payable p
          where p.id = (select t.payable_id from gateway_transaction t
                         where t.provider_id = ? and t.external_id = ? and t.deleted_at is null) for update`
      : `select ${PAYABLE_JSON} as payable from gateway_payable p
          where ? = any(p.provider_ids) and p.reference = ? and p.deleted_at is null for update`,
    [provider_id, reference ?? external_id]
  )
  return row?.payable ?? null
}

/**
 * Everything about a locked payable. A statement of its own after the lock: its snapshot sees what the lock's last
 * holder committed.
 */
export async function viewLocked(
  context: Context,
  { provider_id, external_id }: TransactionKey,
  payable: PayableView | null
): Promise<GatewayView> {
  const rows = await sql<TransactionJson>(
    context,
    `select ${TRANSACTION_JSON} as transaction from gateway_transaction t
      where ((t.provider_id = ? and t.external_id = ?) or t.payable_id = ?) and t.deleted_at is null
      order by t.sequence`,
    [provider_id, external_id, payable?.id ?? ""]
  )
  const all = rows.map(({ transaction }) => transaction)
  const isOwn = (row: TransactionView) => row.provider_id === provider_id && row.external_id === external_id
  return { payable, own: all.find(isOwn) ?? null, others: all.filter((row) => !isOwn(row)) }
}

/** Writes what was decided: changes first, because one of them may free the place that the new transaction takes. */
export async function writeDecision(
  context: Context,
  providerId: string,
  payable: PayableView | null,
  { updates, insert, payable: change }: Omit<Decision<unknown>, "answer">
): Promise<void> {
  for (const { id, set } of updates ?? []) {
    await writeTransaction(context, id, set)
  }
  if (insert && payable) {
    await insertTransaction(context, { ...insert, provider_id: providerId, payable_id: payable.id })
  }
  if (change && payable) {
    await sql(
      context,
      `update gateway_payable set status = ?, paid_by = ?, updated_at = now() where id = ?`,
      [change.status, change.paid_by ?? payable.paid_by, payable.id]
    )
  }
}

/**
 * Writes a new live transaction.
 * @param ignoreClash leave a transaction that exists already as it is
 * @returns its sequence number, or null when it existed
 */
export async function insertTransaction(
  context: Context,
  row: NewTransaction & { provider_id: string; payable_id: string },
  ignoreClash = false
): Promise<number | null> {
  const [inserted] = await sql<{ sequence: number }>(
    context,
    `insert into gateway_transaction
       (id, provider_id, external_id, payable_id, state, account, amount_tiyin, provider_time, create_time,
        exclusive, details)
     values (?, ?, ?, ?, 1, ?::jsonb, ?, ?, ?, ?, ?::jsonb)
     ${ignoreClash ? "on conflict do nothing" : ""} returning sequence::int`,
    [
      row.id,
      row.provider_id,
      row.external_id,
      row.payable_id,
      JSON.stringify(row.account),
      row.amount_tiyin,
      row.provider_time,
      row.create_time,
      row.exclusive ?? true,
      JSON.stringify(row.details ?? null),
    ]
  )
  return inserted?.sequence ?? null
}

/** Changes columns of a transaction (`details` are added to those it has); only those of `CHANGEABLE` ever reach SQL. */
export async function writeTransaction(context: Context, id: string, set: TransactionChange): Promise<void> {
  const fields = CHANGEABLE.filter((field) => set[field] !== undefined)
  const assign = (field: string) =>
    field === "details" ? `details = coalesce(nullif(details, 'null'), '{}') || ?::jsonb` : `${field} = ?`
  await sql(
    context,
    `update gateway_transaction set ${fields.map(assign).join(", ")}, updated_at = now()
      where id = ?`,
    [...fields.map((field) => (field === "details" ? JSON.stringify(set.details) : set[field])), id]
  )
}

export type FiscalReport = TransactionKey & { type: "PERFORM" | "CANCEL"; data: Record<string, unknown> }

/** See `GatewayModuleService.saveFiscal`. */
export async function writeFiscal(context: Context, report: FiscalReport): Promise<boolean> {
  assertId(report.provider_id, "provider id")
  assertId(report.external_id, "transaction id")
  const column = report.type === "PERFORM" ? "fiscal_perform" : "fiscal_cancel"
  const rows = await sql(
    context,
    `update gateway_transaction set ${column} = ?::jsonb, updated_at = now()
      where provider_id = ? and external_id = ? and deleted_at is null returning id`,
    [JSON.stringify(report.data), report.provider_id, report.external_id]
  )
  return rows.length > 0
}
