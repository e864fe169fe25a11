import { FiscalFacts } from "../../lib/fiscal"

export type PayableStatus = "open" | "paid" | "refunded" | "expired" | "canceled"

/** A payable as the callbacks read it; times in milliseconds, money in tiyin. */
export type PayableView = {
  id: string
  reference: string
  order_group_id: string
  provider_id: string
  amount_tiyin: number
  currency_code: string
  status: PayableStatus
  /** Milliseconds since 1970, or null when it never expires. */
  expires_at: number | null
  paid_by: string | null
  fiscal: FiscalFacts | null
}

export type TransactionState = 1 | 2 | -1 | -2

export type TransactionView = {
  id: string
  provider_id: string
  external_id: string
  payable_id: string
  amount_tiyin: number
  state: TransactionState
  reason: number | null
  account: Record<string, unknown>
  /** The provider's own time of the transaction. */
  provider_time: number
  create_time: number
  perform_time: number
  cancel_time: number
  /** Set while the shop's side of a performed payment is being written; state is still 1 then. */
  performing_at: number | null
  /** When the shop's side (capture, refund) had caught up with the state. */
  settled_at: number | null
}

export type TransactionChange = Partial<
  Pick<TransactionView, "state" | "reason" | "perform_time" | "cancel_time" | "performing_at" | "settled_at">
>

export type NewTransaction = Pick<
  TransactionView,
  "id" | "external_id" | "amount_tiyin" | "account" | "provider_time" | "create_time"
>

/** Everything about one payable, under its row lock. `own` may belong to another payable (a replay gone wrong). */
export type GatewayView = {
  payable: PayableView | null
  own: TransactionView | null
  others: TransactionView[]
}

/** What a protocol's pure decision wants written, and what it answers. */
export type Decision<Answer> = {
  insert?: NewTransaction
  updates?: Array<{ id: string; set: TransactionChange }>
  payable?: { status: PayableStatus; paid_by?: string | null }
  answer: Answer
}
