import { Order } from "./types"

export type RefundHow = "all" | "lines" | "amount"
export type RefundDraft = {
  how: RefundHow
  amount: string
  /** Pieces by line id. */
  pieces: Record<string, number>
  shipping: boolean
  restock: boolean
  reason: string
}

export const EMPTY_DRAFT: RefundDraft = {
  how: "all",
  amount: "",
  pieces: {},
  shipping: false,
  restock: false,
  reason: "",
}

/** Money of an order that has neither gone back nor is on its way. */
export function refundable(order: Pick<Order, "total" | "refunds">): number {
  const gone = order.refunds
    .filter(({ status }) => status !== "failed")
    .reduce((sum, { amount }) => sum + amount, 0)
  return Math.max(0, order.total - gone)
}

/** Delivery whose money has not gone back. */
export function hasShippingLeft(order: Pick<Order, "shipping_total" | "refunds">): boolean {
  const gone = order.refunds
    .filter(({ status }) => status !== "failed")
    .reduce((sum, { shipping_amount }) => sum + shipping_amount, 0)
  return order.shipping_total > gone
}

/** The body of `POST /merchant/orders/:id/refund`, or null while the draft says nothing that can be sent. */
export function requestOf(draft: RefundDraft, most: number): Record<string, unknown> | null {
  const reason = draft.reason.trim()
  if (!reason) {
    return null
  }
  const { restock } = draft
  if (draft.how === "all") {
    return { reason, restock }
  }
  if (draft.how === "amount") {
    const amount = Number(draft.amount.replace(/\s/g, ""))
    // Money without goods puts nothing back on the shelf.
    return Number.isInteger(amount) && amount > 0 && amount <= most ? { reason, amount } : null
  }
  const items = Object.entries(draft.pieces)
    .filter(([, quantity]) => quantity > 0)
    .map(([id, quantity]) => ({ id, quantity }))
  if (items.length === 0 && !draft.shipping) {
    return null
  }
  return { reason, restock, ...(items.length > 0 && { items }), ...(draft.shipping && { shipping: true }) }
}
