import { PayableView, TransactionView } from "../types"

/** Columns of a payable as JSON, with bigint and time as numbers. */
export const PAYABLE_JSON = `jsonb_build_object('id', p.id, 'reference', p.reference, 'order_group_id', p.order_group_id,
  'provider_id', p.provider_id, 'provider_ids', p.provider_ids, 'amount_tiyin', p.amount_tiyin, 'currency_code', p.currency_code, 'status', p.status,
  'expires_at', floor(extract(epoch from p.expires_at) * 1000)::bigint, 'paid_by', p.paid_by, 'fiscal', p.fiscal)`

/** Columns of a transaction as JSON. */
export const TRANSACTION_JSON = `jsonb_build_object('id', t.id, 'sequence', t.sequence, 'provider_id', t.provider_id,
  'external_id', t.external_id, 'payable_id', t.payable_id, 'amount_tiyin', t.amount_tiyin, 'state', t.state,
  'reason', t.reason, 'account', t.account, 'provider_time', t.provider_time, 'create_time', t.create_time,
  'perform_time', t.perform_time, 'cancel_time', t.cancel_time, 'performing_at', t.performing_at,
  'settled_at', t.settled_at, 'exclusive', t.exclusive, 'details', t.details)`

export type PayableJson = { payable: PayableView }
export type TransactionJson = { transaction: TransactionView }

/** Columns that a decision may change; a name outside this list never reaches SQL. */
export const CHANGEABLE = [
  "state",
  "reason",
  "perform_time",
  "cancel_time",
  "performing_at",
  "settled_at",
  "details",
] as const
