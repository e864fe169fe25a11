/** Events of the order-group room. The payload of a group's event is `{ id }`, the group's id. */
export const OrderGroupEvents = {
  CREATED: "order-group.created",
  PAID: "order-group.paid",
  EXPIRED: "order-group.expired",
  CANCELED: "order-group.canceled",
  /** `{ id, order_id, company_id, order_group_id }`: one company's order is paid. */
  ORDER_PAID: "company-order.paid",
  /** `{ id, company_order_id, order_id, company_id }`, the id the refund's: its money has gone back. */
  ORDER_REFUNDED: "company-order.refunded",
  /** The same payload: somebody has to give the money back by hand. */
  REFUND_DUE: "company-order.refund_due",
} as const
