import {
  CheckoutOrder,
  operationOf,
  operationOutcome,
  returnedTiyin,
} from "../../../providers/uzum-checkout/order"

/** What is kept of a refund, in the transaction's details under its key. */
export type RefundEntry = {
  operation_id: string
  amount_tiyin: number
  state: "asked" | "done" | "refused"
  reason?: string
}

export const entryName = (key: string) => `refund_${key}`

/** The refunds of a transaction, by the name they are kept under. */
export function entriesOf(details: Record<string, unknown> | null): Record<string, RefundEntry> {
  const entries = Object.entries(details ?? {}).filter(([name]) => name.startsWith("refund_"))
  return Object.fromEntries(entries) as Record<string, RefundEntry>
}

/**
 * How a refund ended that Uzum was asked for, by what Uzum tells of the order; never guessed (section 3.4). Our operation
 * among the order's proves either end. That it never happened is proved by the amount too: no more has gone back than
 * by the refunds that are known to be done.
 * @param order.operations without this list nothing is proved
 * @param isInDispute Uzum's refusal may be about this very operation (it exists, the state forbids it): the amount may
 *   lag behind then, and proves nothing
 */
export function provenOutcome(
  order: CheckoutOrder,
  { operation_id }: RefundEntry,
  entries: RefundEntry[],
  isInDispute: boolean
): "done" | "failed" | null {
  const told = operationOutcome(order, operation_id)
  if (told || isInDispute || !Array.isArray(order.operations) || operationOf(order, operation_id)) {
    return told
  }
  const isReadable = order.status === "COMPLETED" || order.status === "REFUNDED"
  const returned = typeof order.refundedAmount === "number" ? returnedTiyin(order) : null
  const done = sumOf(entries.filter(({ state }) => state === "done"))
  return isReadable && returned !== null && returned <= done ? "failed" : null
}

/**
 * What has gone back without having been asked for here; tiyin.
 * @returns 0 when nothing has; null when some has, and nobody can tell how much
 */
export function unaskedTiyin(order: CheckoutOrder, entries: RefundEntry[]): number | null {
  const known = sumOf(entries.filter(({ state }) => state !== "refused"))
  const returned = returnedTiyin(order)
  return returned === null ? (known > 0 ? 0 : null) : Math.max(0, returned - known)
}

function sumOf(entries: RefundEntry[]): number {
  return entries.reduce((sum, { amount_tiyin }) => sum + amount_tiyin, 0)
}
