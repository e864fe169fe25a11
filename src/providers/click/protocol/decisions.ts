import { isAmount } from "./amount"
import { ClickCall } from "./call"
import { CLICK_ERROR, ClickErrorCode } from "./errors"

/** What Click may do with an order now. */
export type OrderStanding = "payable" | "paid" | "unavailable"

export type OrderFacts = { amount_tiyin: number; standing: OrderStanding }

/** One Prepare of ours (Click SHOP API 2.4). */
export type PrepareRecord = {
  /** `merchant_prepare_id`: fits 32 bits. */
  prepare_id: number
  state: "PREPARED" | "CONFIRMED" | "CANCELLED"
  amount_tiyin: number
  /** Whether it was made for the order that the call names. */
  is_of_order: boolean
}

export type Refusal = { kind: "refuse"; code: Exclude<ClickErrorCode, 0>; alert?: ClickAlertKind }

/** What somebody of the market has to look at: money may have moved although the order says otherwise. */
export type ClickAlertKind = "double_payment" | "late_payment" | "cancel_after_confirm"

export type PrepareDecision = Refusal | { kind: "insert" } | { kind: "repeat"; prepare_id: number }

/**
 * Prepare (Click SHOP API 2.4; order of checks 2.7).
 * @param order null when the reference is unknown
 * @param known the record that this `click_trans_id` made before, if any
 */
export function decidePrepare(
  call: Pick<ClickCall, "amount">,
  order: OrderFacts | null,
  known: PrepareRecord | null
): PrepareDecision {
  if (!order) {
    return refuse(CLICK_ERROR.ORDER_NOT_FOUND)
  }
  if (order.standing === "paid") {
    return refuse(CLICK_ERROR.ALREADY_PAID)
  }
  if (!isAmount(call.amount, order.amount_tiyin)) {
    return refuse(CLICK_ERROR.WRONG_AMOUNT)
  }
  if (order.standing === "unavailable") {
    return refuse(CLICK_ERROR.CANCELLED)
  }
  if (!known) {
    return { kind: "insert" }
  }
  // An attempt of Click belongs to one order; one that names another now is no repetition.
  if (!known.is_of_order) {
    return refuse(CLICK_ERROR.BAD_REQUEST)
  }
  switch (known.state) {
    case "PREPARED":
      return { kind: "repeat", prepare_id: known.prepare_id }
    case "CONFIRMED":
      return refuse(CLICK_ERROR.ALREADY_PAID)
    case "CANCELLED":
      return refuse(CLICK_ERROR.CANCELLED)
  }
}

export type CompleteDecision =
  | Refusal
  /** The order is paid by this record: answer 0. */
  | { kind: "confirm" }
  /** The record ends; the refusal is answered after that is stored. */
  | { kind: "cancel"; code: Exclude<ClickErrorCode, 0>; alert?: ClickAlertKind }

/**
 * Complete (Click SHOP API 2.4 to 2.6; order of checks 2.7). A repetition is never a replay of the first success: -4.
 * `error` is not signed, so it never takes a payment back: on a confirmed record it only raises an alert.
 * @param order null when the reference is unknown; `paid` when another record or provider has paid it
 * @param own the record with the prepare id of the call, null when there is none
 * @param cancelConfirmedCode the answer to a cancellation of a confirmed payment, where Click's testers disagree (2.5)
 */
export function decideComplete(
  call: Pick<ClickCall, "amount" | "error">,
  order: OrderFacts | null,
  own: PrepareRecord | null,
  cancelConfirmedCode: -9 | -4
): CompleteDecision {
  if (!order) {
    return refuse(CLICK_ERROR.ORDER_NOT_FOUND)
  }
  if (!own?.is_of_order) {
    return refuse(CLICK_ERROR.TRANSACTION_NOT_FOUND)
  }
  if (own.state === "CONFIRMED") {
    return call.error < 0
      ? refuse(cancelConfirmedCode, "cancel_after_confirm")
      : refuse(CLICK_ERROR.ALREADY_PAID)
  }
  if (own.state === "CANCELLED") {
    return refuse(CLICK_ERROR.CANCELLED)
  }
  if (!isAmount(call.amount, own.amount_tiyin)) {
    return refuse(CLICK_ERROR.WRONG_AMOUNT)
  }
  return decidePrepared(call.error, order.standing)
}

/** A record that waits for its Complete, with the right amount. */
function decidePrepared(error: number, standing: OrderStanding): CompleteDecision {
  if (error > 0) {
    return refuse(CLICK_ERROR.BAD_REQUEST)
  }
  if (error < 0) {
    return { kind: "cancel", code: CLICK_ERROR.CANCELLED }
  }
  switch (standing) {
    case "payable":
      return { kind: "confirm" }
    case "paid":
      return { kind: "cancel", code: CLICK_ERROR.ALREADY_PAID, alert: "double_payment" }
    case "unavailable":
      return { kind: "cancel", code: CLICK_ERROR.CANCELLED, alert: "late_payment" }
  }
}

/** A prepare id as sent: a positive 32-bit integer, or null, which is no record of ours (C-26). */
export function prepareIdOf(text: string): number | null {
  const id = /^\d{1,10}$/.test(text) ? Number(text) : 0
  return id > 0 && id <= 2_147_483_647 ? id : null
}

function refuse(code: Exclude<ClickErrorCode, 0>, alert?: ClickAlertKind): Refusal {
  return alert ? { kind: "refuse", code, alert } : { kind: "refuse", code }
}
