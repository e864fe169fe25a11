import { PAYME_ERROR, PaymeErrorCode } from "./errors"
import { isTimeFresh, Refusal } from "./transitions"

/** What the shop knows about the order that an account names. */
export type OrderFacts = {
  amount_tiyin: number
  standing: "payable" | "paid" | "unavailable" | "out_of_stock"
  /** Another transaction in state 1 that has not expired; always false for an accumulating account (P-43). */
  has_live_transaction: boolean
}

const STANDING_CODE: Record<Exclude<OrderFacts["standing"], "payable">, PaymeErrorCode> = {
  paid: PAYME_ERROR.ORDER_PAID,
  unavailable: PAYME_ERROR.ORDER_UNAVAILABLE,
  out_of_stock: PAYME_ERROR.OUT_OF_STOCK,
}

/**
 * CheckPerformTransaction (Payme Merchant API 2.3, P-20 to P-30): may this order take this amount?
 * @param order null when the account names none
 * @param busyCode answer while another transaction waits; a setting, because the sources disagree (2.4)
 */
export function decideCheckPerform(
  order: OrderFacts | null,
  call: { amount: number },
  busyCode: PaymeErrorCode = PAYME_ERROR.ORDER_BUSY
): { kind: "allow" } | Refusal {
  if (!order) {
    return { kind: "refuse", code: PAYME_ERROR.ORDER_NOT_FOUND }
  }
  if (call.amount !== order.amount_tiyin) {
    return { kind: "refuse", code: PAYME_ERROR.WRONG_AMOUNT }
  }
  if (order.standing !== "payable") {
    return { kind: "refuse", code: STANDING_CODE[order.standing] }
  }
  return order.has_live_transaction ? { kind: "refuse", code: busyCode } : { kind: "allow" }
}

/**
 * CreateTransaction for an id that is not stored (Payme Merchant API 2.4, steps 2 to 6). The caller holds the
 * order's lock; the unique indexes decide what is left of the race.
 */
export function decideCreate(
  order: OrderFacts | null,
  call: { amount: number; time: number },
  now: number,
  busyCode: PaymeErrorCode = PAYME_ERROR.ORDER_BUSY
): { kind: "create" } | Refusal {
  const decision = decideCheckPerform(order, call, busyCode)
  if (decision.kind === "refuse") {
    return decision
  }
  return isTimeFresh(call.time, now) ? { kind: "create" } : { kind: "refuse", code: PAYME_ERROR.NOT_POSSIBLE }
}
