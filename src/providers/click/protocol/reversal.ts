import { tashkentDay } from "./tashkent"

export type ReversalFacts = {
  /** When the payment was confirmed; milliseconds since 1970. */
  paid_at: number
  now: number
  paid_tiyin: number
  /** What is to be given back. */
  amount_tiyin: number
}

export type ReversalRefusal = "partial" | "window"

/**
 * Whether Click's Merchant API may be asked to take a payment back (3.3): the whole amount, in the calendar month of the
 * payment, or on the first day of the month after it; Tashkent's calendar.
 * @returns null when it may
 */
export function refuseReversal({
  paid_at,
  now,
  paid_tiyin,
  amount_tiyin,
}: ReversalFacts): ReversalRefusal | null {
  if (amount_tiyin !== paid_tiyin) {
    return "partial"
  }
  const paid = tashkentDay(paid_at)
  const today = tashkentDay(now)
  const months = (today.year - paid.year) * 12 + today.month - paid.month
  return months === 0 || (months === 1 && today.day === 1) ? null : "window"
}
