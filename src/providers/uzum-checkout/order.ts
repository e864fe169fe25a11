/** What `getOrderStatus` answers; unknown fields and values are borne. Amounts in tiyin. */
export type CheckoutOrder = {
  status?: string
  /** Our order number. */
  merchantOrderId?: string
  amount?: number
  completedAmount?: number
  refundedAmount?: number
  reversedAmount?: number
  operations?: Array<{
    operationId?: string
    merchantOperationId?: string
    operationType?: string
    operationState?: string
    state?: string
  }>
}

/** Where a payment stands for the shop. */
export type CheckoutStanding = "pending" | "authorized" | "completed" | "over"

/**
 * The shop's view of Uzum's order (section 3.2). A value that is not known is pending: nothing is booked on a guess.
 * A refund, whole or in part, comes after the money: amounts tell how much, not the status (pitfall 13).
 */
export function standingOf(order: CheckoutOrder): CheckoutStanding {
  switch (order.status) {
    case "COMPLETED":
    case "REFUNDED":
      return "completed"
    case "AUTHORIZED":
      return "authorized"
    case "DECLINED":
    case "REVERSED":
      return "over"
    default:
      return "pending"
  }
}

/**
 * How much of an order has been taken from the buyer and not given back; tiyin.
 * @returns null when Uzum says that some of it has gone back, and not how much
 */
export function heldTiyin(order: CheckoutOrder): number | null {
  if (standingOf(order) !== "completed") {
    return 0
  }
  const returned = returnedTiyin(order)
  return returned === null ? null : Math.max(0, takenTiyin(order) - returned)
}

/**
 * How much has gone back, refunded or released; tiyin.
 * @returns null for a refund without its amount: all of it or a part, nobody can tell
 */
export function returnedTiyin({ status, refundedAmount, reversedAmount }: CheckoutOrder): number | null {
  return status === "REFUNDED" && !refundedAmount ? null : (refundedAmount ?? 0) + (reversedAmount ?? 0)
}

/** How much was taken from the buyer, refunds left aside; tiyin. */
export function takenTiyin(order: CheckoutOrder): number {
  return order.completedAmount || order.amount || 0
}

/** How one of our operations ended, by the id that we sent with it; null when the order does not tell. */
export function operationOutcome(order: CheckoutOrder, operationId: string): "done" | "failed" | null {
  const operation = operationOf(order, operationId)
  return outcomeOf(operation?.operationState ?? operation?.state)
}

/** One of our operations, as the order tells of it. */
export function operationOf({ operations }: CheckoutOrder, operationId: string) {
  return operations?.find(
    (each) => each.merchantOperationId === operationId || each.operationId === operationId
  )
}

/** An operation's state as Uzum writes it. */
export function outcomeOf(state: string | undefined): "done" | "failed" | null {
  return state === "SUCCESS" ? "done" : state === "FAIL" ? "failed" : null
}

/** Links to fiscal receipts, whichever way the answer wraps them. */
export function receiptsOf(answer: unknown): Array<{ type: "PERFORM" | "CANCEL"; url: string }> {
  const wrapped = answer as { receipts?: unknown } | null
  const list = Array.isArray(answer) ? answer : Array.isArray(wrapped?.receipts) ? wrapped.receipts : []
  return (list as Array<{ receiptType?: unknown; receiptUrl?: unknown } | null>).flatMap((receipt) =>
    typeof receipt?.receiptUrl === "string" && /^https?:\/\//.test(receipt.receiptUrl)
      ? [{ type: receipt.receiptType === "REFUND" ? "CANCEL" : "PERFORM", url: receipt.receiptUrl } as const]
      : []
  )
}
