import { CheckoutOrder, heldTiyin, standingOf, takenTiyin } from "../../../providers/uzum-checkout/order"

/** What we have stored of a payment. */
export type CheckoutRecord = {
  amount_tiyin: number
  state: "open" | "booking" | "paid" | "refunded" | "closed"
  /** Milliseconds since 1970 at which the page's time is over. */
  session_ends_at: number
}

/**
 * What has to be done about a payment:
 * `wait` nothing, it may still be paid · `finish` its books are half-written · `capture` take the money that is held ·
 * `release` let go of it · `book` the money is there · `give_back` it is there and nobody may keep it · `doubt` some of it
 * has gone back, and Uzum does not say how much: people have to look · `close` it will never be paid · `compare` it is
 * paid, look for refunds that nobody here asked for · `leave` it is done.
 */
export type Look =
  "wait" | "finish" | "capture" | "release" | "book" | "give_back" | "doubt" | "close" | "compare" | "leave"

/** How long after its page's time a payment may still come through: a 3-D Secure answer may be under way. */
export const LATE_MS = 600_000

/**
 * Decides about a payment by what Uzum says of it, and by nothing else (section 3.2).
 * @param isPayable nobody has paid, cancelled or closed the order meanwhile
 */
export function decideLook(
  record: CheckoutRecord,
  order: CheckoutOrder,
  isPayable: boolean,
  now: number
): Look {
  if (record.state === "booking") {
    return "finish"
  }
  if (record.state === "paid" || record.state === "refunded") {
    return "compare"
  }
  switch (standingOf(order)) {
    case "completed":
      return decideTaken(record, order, isPayable)
    case "authorized":
      return isPayable && order.amount === record.amount_tiyin ? "capture" : "release"
    case "over":
      return record.state === "closed" ? "leave" : "close"
    case "pending": {
      const isLate = now >= record.session_ends_at + LATE_MS
      return record.state === "closed" ? "leave" : isLate ? "close" : "wait"
    }
  }
}

/** Money that is there: ours only when it is what the order costs and none of it has gone back. */
function decideTaken(record: CheckoutRecord, order: CheckoutOrder, isPayable: boolean): Look {
  const held = heldTiyin(order)
  if (held === null) {
    return "doubt"
  }
  const isWhole = takenTiyin(order) === record.amount_tiyin && held === record.amount_tiyin
  if (isPayable && isWhole && order.status === "COMPLETED") {
    return "book"
  }
  if (held > 0) {
    return "give_back"
  }
  return record.state === "closed" ? "leave" : "close"
}
