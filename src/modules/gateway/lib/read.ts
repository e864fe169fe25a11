import { Context } from "@medusajs/framework/types"
import { assertId } from "../../../lib/errors"
import { sql } from "../../../lib/sql"
import { PayableView, TransactionView } from "../types"
import { PAYABLE_JSON, PayableJson, TRANSACTION_JSON, TransactionJson } from "./rows"
import { TransactionKey } from "./decide"

export type GroupTransaction = TransactionView & { order_group_id: string }

const WITH_PAYABLE = `from gateway_transaction t join gateway_payable p on p.id = t.payable_id`

export async function selectPayables(context: Context, orderGroupIds: string[]): Promise<PayableView[]> {
  const rows = await sql<PayableJson>(
    context,
    `select ${PAYABLE_JSON} as payable from gateway_payable p
      where p.order_group_id in (${orderGroupIds.map(() => "?").join(", ") || "null"}) and p.deleted_at is null`,
    orderGroupIds
  )
  return rows.map(({ payable }) => payable)
}

export async function selectByReference(context: Context, providerId: string, reference: string) {
  const [row] = await sql<PayableJson & { transactions: TransactionView[] }>(
    context,
    `select ${PAYABLE_JSON} as payable, coalesce((select jsonb_agg(${TRANSACTION_JSON} order by t.sequence)
              from gateway_transaction t where t.payable_id = p.id and t.deleted_at is null), '[]') as transactions
       from gateway_payable p where p.reference = ? and ? = any(p.provider_ids) and p.deleted_at is null`,
    [reference, providerId]
  )
  return row ?? null
}

export async function selectTransaction(
  context: Context,
  key: TransactionKey
): Promise<GroupTransaction | null> {
  assertId(key.provider_id, "provider id")
  assertId(key.external_id, "transaction id")
  const [row] = await sql<TransactionJson & { order_group_id: string }>(
    context,
    `select ${TRANSACTION_JSON} as transaction, p.order_group_id ${WITH_PAYABLE}
      where t.provider_id = ? and t.external_id = ? and t.deleted_at is null`,
    [key.provider_id, key.external_id]
  )
  return row ? { ...row.transaction, order_group_id: row.order_group_id } : null
}

export async function selectStatement(
  context: Context,
  range: { provider_id: string; from: number; to: number }
) {
  const rows = await sql<TransactionJson & { reference: string }>(
    context,
    `select ${TRANSACTION_JSON} as transaction, p.reference ${WITH_PAYABLE}
      where t.provider_id = ? and t.provider_time between ? and ? and t.deleted_at is null
      order by t.provider_time, t.sequence`,
    [range.provider_id, range.from, range.to]
  )
  return rows.map(({ transaction, reference }) => ({ ...transaction, reference }))
}

export async function selectUnsettled(context: Context, olderThan: number): Promise<GroupTransaction[]> {
  const rows = await sql<TransactionJson & { order_group_id: string }>(
    context,
    `select ${TRANSACTION_JSON} as transaction, p.order_group_id ${WITH_PAYABLE}
      where ((t.state = 1 and t.performing_at is not null) or (t.state in (2, -2) and t.settled_at is null))
        and t.updated_at < to_timestamp(?::double precision / 1000) and t.deleted_at is null
      order by t.sequence limit 100`,
    [olderThan]
  )
  return rows.map(({ transaction, order_group_id }) => ({ ...transaction, order_group_id }))
}
