/** Where a company's order stands (business rule 9); PostgreSQL computes it into `company_order.status`. */
export const ORDER_STATUSES = ["pending", "paid", "shipped", "delivered", "returned", "cancelled"] as const
export type OrderStatus = (typeof ORDER_STATUSES)[number]

/**
 * The moves that people make, from where, to where, and who may (`modules/company/lib/permissions.ts`). One table: the
 * workflows, the answers' `actions`, docs/orders.md and the tests use it. A move that has been made already changes nothing.
 * `fulfill` from `shipped` sends what is left; `deliver` from `paid` is goods given over the counter; `refund` ends in
 * `returned` with the last of the money and stays where it was before that.
 */
export const TRANSITIONS = {
  "confirm-payment": { from: ["pending"], to: "paid", permission: "order:confirm" },
  cancel: { from: ["pending", "paid"], to: "cancelled", permission: "order:cancel" },
  fulfill: { from: ["paid", "shipped"], to: "shipped", permission: "order:fulfill" },
  deliver: { from: ["paid", "shipped"], to: "delivered", permission: "order:fulfill" },
  refund: { from: ["paid", "shipped", "delivered"], to: "returned", permission: "order:refund" },
} as const satisfies Record<string, { from: readonly OrderStatus[]; to: OrderStatus; permission: string }>

export type OrderAction = keyof typeof TRANSITIONS

/** What decides about an order's moves, besides its status. */
export type OrderStanding = {
  status: OrderStatus
  /** Whether the company itself takes its money (paid at the shop). */
  is_paid_at_shop: boolean
  /** Whether all of its money has gone back or is on its way: nothing may be handed over any more. */
  money_goes_back: boolean
  /** Whether money is left that could still be given back. */
  has_refundable: boolean
  /** Whether pieces are left to be sent. */
  has_unsent: boolean
}

/** Whether the table and the order's own facts allow a move, whoever makes it. */
export function isAllowed(action: OrderAction, order: OrderStanding): boolean {
  const isFrom = (TRANSITIONS[action].from as readonly OrderStatus[]).includes(order.status)
  const more: Record<OrderAction, boolean> = {
    "confirm-payment": order.is_paid_at_shop,
    cancel: !order.money_goes_back,
    fulfill: !order.money_goes_back && order.has_unsent,
    deliver: !order.money_goes_back,
    refund: order.has_refundable,
  }
  return isFrom && more[action]
}

/** The moves that somebody with these permissions can make now, in the order of the table. */
export function actionsOf(order: OrderStanding, permissions: readonly string[]): OrderAction[] {
  return (Object.keys(TRANSITIONS) as OrderAction[]).filter(
    (action) => permissions.includes(TRANSITIONS[action].permission) && isAllowed(action, order)
  )
}
