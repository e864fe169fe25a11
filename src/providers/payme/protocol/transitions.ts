import { PAYME_ERROR, PaymeErrorCode } from "./errors"

/**
 * 1 created, 2 performed, -1 cancelled before, -2 cancelled after it was performed (Payme Merchant API 2.1).
 */
export type TransactionState = 1 | 2 | -1 | -2

/** What is stored of a transaction. Times in ms since 1970 UTC; 0 or null for "never". */
export type TransactionRecord = {
  /** Payme's id of the transaction and of its cheque. */
  external_id: string
  /** `params.time`: the transaction's creation at Payme, from which it lives 12 hours. */
  provider_time: number
  amount_tiyin: number
  create_time: number
  perform_time: number | null
  cancel_time: number | null
  state: TransactionState
  reason: number | null
}

/** Answer from the stored values, changing nothing. */
export type Answer = { kind: "answer" }
export type Refusal = { kind: "refuse"; code: PaymeErrorCode }
export type Transition = {
  kind: "transition"
  to: 2 | -1 | -2
  /** Becomes `perform_time` (to 2) or `cancel_time`. */
  at: number
  /** Reason of the cancellation; null when performing. */
  reason: number | null
  /**
   * Present: commit the transition all the same, then refuse with this code. Absent: answer from the new
   * record.
   */
  then?: PaymeErrorCode
}

/** How long a transaction waits for its money, from `provider_time` (Payme Merchant API 2.2). */
export const TRANSACTION_LIFETIME_MS = 43_200_000

export const CANCEL_REASON = { EXECUTION: 3, TIMEOUT: 4, REFUND: 5 } as const

/**
 * Whether a transaction's `time` still leaves it any life; a clock that runs ahead counts as fresh (P-42).
 */
export function isTimeFresh(time: number, now: number): boolean {
  return now - time < TRANSACTION_LIFETIME_MS
}

/**
 * Whether a transaction waited its 12 hours in vain; for Create, Perform and the sweep (Payme Merchant API
 * 2.2).
 */
export function isExpired(record: Pick<TransactionRecord, "state" | "provider_time">, now: number): boolean {
  return record.state === 1 && !isTimeFresh(record.provider_time, now)
}

/** The sweep's transition for a transaction that `isExpired`: -1 with reason 4. */
export function expiry(now: number): Transition {
  return { kind: "transition", to: -1, at: now, reason: CANCEL_REASON.TIMEOUT }
}

/**
 * CreateTransaction for an id that is already stored (Payme Merchant API 2.2, 2.4 step 1). A call that
 * describes another payment than the stored one changes nothing, whatever the state.
 */
export function decideReplayOfCreate(
  record: TransactionRecord,
  call: { amount: number; sameAccount: boolean },
  now: number
): Answer | Refusal | Transition {
  if (call.amount !== record.amount_tiyin) {
    return refuse(PAYME_ERROR.WRONG_AMOUNT)
  }
  if (!call.sameAccount) {
    return refuse(PAYME_ERROR.ORDER_NOT_FOUND)
  }
  if (record.state !== 1) {
    return refuse(PAYME_ERROR.NOT_POSSIBLE)
  }
  return isExpired(record, now) ? { ...expiry(now), then: PAYME_ERROR.NOT_POSSIBLE } : { kind: "answer" }
}

/**
 * PerformTransaction (Payme Merchant API 2.2, 2.5).
 * @param record null when the id is unknown
 * @param order.payable false when the order was paid elsewhere or cancelled meanwhile; the transaction then
 * ends with reason 3 and Payme gives the money back (P-53)
 */
export function decidePerform(
  record: TransactionRecord | null,
  order: { payable: boolean },
  now: number
): Answer | Refusal | Transition {
  if (!record) {
    return refuse(PAYME_ERROR.TRANSACTION_NOT_FOUND)
  }
  if (record.state === 2) {
    return { kind: "answer" }
  }
  if (record.state !== 1) {
    return refuse(PAYME_ERROR.NOT_POSSIBLE)
  }
  if (isExpired(record, now)) {
    return { ...expiry(now), then: PAYME_ERROR.NOT_POSSIBLE }
  }
  return order.payable
    ? { kind: "transition", to: 2, at: now, reason: null }
    : { kind: "transition", to: -1, at: now, reason: CANCEL_REASON.EXECUTION, then: PAYME_ERROR.NOT_POSSIBLE }
}

/**
 * CancelTransaction (Payme Merchant API 2.2, 2.6). A repeated call never changes the stored reason (P-65,
 * P-66).
 * @param record null when the id is unknown
 * @param call.delivered nothing can be taken back any more; what that means for part of an order is the
 * caller's policy
 */
export function decideCancel(
  record: TransactionRecord | null,
  call: { delivered: boolean; reason: number },
  now: number
): Answer | Refusal | Transition {
  if (!record) {
    return refuse(PAYME_ERROR.TRANSACTION_NOT_FOUND)
  }
  if (record.state < 0) {
    return { kind: "answer" }
  }
  if (record.state === 2 && call.delivered) {
    return refuse(PAYME_ERROR.FULFILLED)
  }
  return { kind: "transition", to: record.state === 2 ? -2 : -1, at: now, reason: call.reason }
}

/**
 * The record after a transition, as it must be stored in the same database transaction as the order's change.
 */
export function applyTransition(record: TransactionRecord, transition: Transition): TransactionRecord {
  return transition.to === 2
    ? { ...record, state: 2, perform_time: transition.at }
    : { ...record, state: transition.to, cancel_time: transition.at, reason: transition.reason }
}

function refuse(code: PaymeErrorCode): Refusal {
  return { kind: "refuse", code }
}
