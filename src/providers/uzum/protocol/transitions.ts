import { UZUM_ERROR, UzumErrorCode } from "./errors"

/** States of Uzum Merchant API 2.4. */
export type UzumState = "CREATED" | "CONFIRMED" | "REVERSED" | "FAILED"

/** What is stored of a transaction. Times in ms since 1970 UTC, null for "never". */
export type UzumRecord = {
  trans_id: string
  amount_tiyin: number
  state: UzumState
  trans_time: number
  confirm_time: number | null
  reverse_time: number | null
}

/** What the shop knows about the order that an account names. */
export type UzumOrder = {
  amount_tiyin: number
  standing: "payable" | "paid" | "cancelled"
  /** Another transaction that waits for its money. */
  has_live_transaction: boolean
}

export type Refusal = { kind: "refuse"; code: UzumErrorCode }
export type Answer = { kind: "answer" }
export type Transition = {
  kind: "transition"
  to: "CONFIRMED" | "REVERSED" | "FAILED"
  /** Becomes the time of the new state. */
  at: number
  /** Present: commit the transition all the same, then refuse with this code. */
  then?: UzumErrorCode
}

/** How long a transaction waits for its `/confirm`, from our `transTime` (Uzum Merchant API 1.1). */
export const TRANSACTION_LIFETIME_MS = 1_800_000

/** Whether a transaction waited its 30 minutes in vain (section 5: exactly 30 minutes is too late). */
export function isExpired(record: Pick<UzumRecord, "state" | "trans_time">, now: number): boolean {
  return record.state === "CREATED" && now - record.trans_time >= TRANSACTION_LIFETIME_MS
}

/** `/check` (U-06 to U-10): may this order be paid? Another transaction that waits does not speak against it. */
export function decideCheck(order: UzumOrder | null): { kind: "allow" } | Refusal {
  if (!order) {
    return refuse(UZUM_ERROR.ACCOUNT_NOT_FOUND)
  }
  if (order.standing !== "payable") {
    return refuse(order.standing === "paid" ? UZUM_ERROR.ALREADY_PAID : UZUM_ERROR.PAYMENT_CANCELLED)
  }
  return { kind: "allow" }
}

/**
 * `/create` (U-11 to U-16). A known transaction id is 10010 whatever else the call says.
 * @param amount tiyin; null for a number that cannot be an amount
 * @param busyCode answer while another transaction waits; the protocol names no code
 */
export function decideCreate(
  own: UzumRecord | null,
  order: UzumOrder | null,
  amount: bigint | null,
  busyCode: UzumErrorCode = UZUM_ERROR.TRY_LATER
): { kind: "create" } | Refusal {
  if (own) {
    return refuse(UZUM_ERROR.TRANSACTION_EXISTS)
  }
  const checked = decideCheck(order)
  if (checked.kind === "refuse" || !order) {
    return checked.kind === "refuse" ? checked : refuse(UZUM_ERROR.ACCOUNT_NOT_FOUND)
  }
  if (amount !== BigInt(order.amount_tiyin)) {
    return refuse(UZUM_ERROR.WRONG_AMOUNT)
  }
  return order.has_live_transaction ? refuse(busyCode) : { kind: "create" }
}

/**
 * `/confirm` (U-18 to U-25, U-32).
 * @param order.payable false when the order was paid elsewhere or cancelled meanwhile: the transaction fails, and Uzum
 * gives the buyer's money back
 */
export function decideConfirm(
  record: UzumRecord | null,
  order: { payable: boolean },
  now: number
): Transition | Refusal {
  if (!record) {
    return refuse(UZUM_ERROR.TRANSACTION_NOT_FOUND)
  }
  if (record.state === "CONFIRMED") {
    return refuse(UZUM_ERROR.ALREADY_CONFIRMED)
  }
  if (record.state !== "CREATED") {
    return refuse(UZUM_ERROR.TRANSACTION_CANCELLED)
  }
  return isExpired(record, now) || !order.payable
    ? { kind: "transition", to: "FAILED", at: now, then: UZUM_ERROR.TRANSACTION_CANCELLED }
    : { kind: "transition", to: "CONFIRMED", at: now }
}

/**
 * `/reverse` (U-26 to U-31). A transaction that waited too long has failed, whether the sweep has come by or not.
 * @param call.delivered everything has been handed over: nothing can be taken back
 */
export function decideReverse(
  record: UzumRecord | null,
  call: { delivered: boolean },
  now: number
): Transition | Refusal {
  if (!record) {
    return refuse(UZUM_ERROR.TRANSACTION_NOT_FOUND)
  }
  if (isExpired(record, now)) {
    return { kind: "transition", to: "FAILED", at: now, then: UZUM_ERROR.ALREADY_CANCELLED }
  }
  if (record.state === "REVERSED" || record.state === "FAILED") {
    return refuse(UZUM_ERROR.ALREADY_CANCELLED)
  }
  return record.state === "CONFIRMED" && call.delivered
    ? refuse(UZUM_ERROR.CANNOT_BE_CANCELLED)
    : { kind: "transition", to: "REVERSED", at: now }
}

/** `/status` (U-17, U-21, U-24, U-31): the stored values; a failed transaction is an error whose status is FAILED. */
export function decideStatus(record: UzumRecord | null, now: number): Answer | Transition | Refusal {
  if (!record || record.state === "FAILED") {
    return refuse(UZUM_ERROR.TRANSACTION_NOT_FOUND)
  }
  return isExpired(record, now)
    ? { kind: "transition", to: "FAILED", at: now, then: UZUM_ERROR.TRANSACTION_NOT_FOUND }
    : { kind: "answer" }
}

/** The record after a transition. */
export function applyTransition(record: UzumRecord, { to, at }: Transition): UzumRecord {
  return to === "CONFIRMED"
    ? { ...record, state: to, confirm_time: at }
    : { ...record, state: to, reverse_time: at }
}

function refuse(code: UzumErrorCode): Refusal {
  return { kind: "refuse", code }
}
