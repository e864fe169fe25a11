import { FiscalFacts } from "../../lib/fiscal"

export type PayableStatus = "open" | "paid" | "refunded" | "expired" | "canceled"

/** A payable as the callbacks read it; times in milliseconds, money in tiyin. */
export type PayableView = {
  id: string
  reference: string
  order_group_id: string
  /** The way to pay that the shopper chose. */
  provider_id: string
  /** Every provider that may be paid instead. */
  provider_ids: string[]
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
  /** Counts all transactions; fits 32 bits for the next two milliard of them. */
  sequence: number
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
  /** Whether no other exclusive transaction of the payable may be live beside it. */
  exclusive: boolean
  /** What else the provider said (a second id, a card's kind, …). */
  details: Record<string, unknown> | null
  /** When the shop's side (capture, refund) had caught up with the state. */
  settled_at: number | null
}

export type TransactionChange = Partial<
  Pick<
    TransactionView,
    "state" | "reason" | "perform_time" | "cancel_time" | "performing_at" | "settled_at" | "details"
  >
>

export type NewTransaction = Pick<
  TransactionView,
  "id" | "external_id" | "amount_tiyin" | "account" | "provider_time" | "create_time"
> &
  Partial<Pick<TransactionView, "exclusive" | "details">>

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

/** Something about a payment that a person has to look at. */
export type AlertKind =
  /** A second provider, or a second debit, took money for what was paid already. */
  | "double_payment"
  /** A debit came in for an order that had expired or been cancelled; it was refused. */
  | "late_payment"
  /** A provider says that a confirmed payment is cancelled, in a way that proves nothing. */
  | "cancel_after_confirm"
  /** Money was given back at the provider without the market having asked. */
  | "refund_at_provider"
  /** A refund's outcome is unknown: look at the provider before doing anything. */
  | "refund_unknown"
  /** A prepaid payment's money is there, and no order can be made of its cart. */
  | "payment_without_order"
  /** A cardholder's bank asks for a payment back. */
  | "dispute"

export type NewAlert = {
  kind: AlertKind
  provider_id: string
  payable_id?: string | null
  transaction_id?: string | null
  /** Makes the same alert, told twice, one row. */
  reference: string
  data?: Record<string, unknown>
}
