/** Events of the order-group room. The payload of a group's event is `{ id }`, the group's id. */
export const OrderGroupEvents = {
  CREATED: "order-group.created",
  PAID: "order-group.paid",
  EXPIRED: "order-group.expired",
  CANCELED: "order-group.canceled",
  /** `{ id, order_id, company_id, order_group_id }`: one company's order is paid. */
  ORDER_PAID: "company-order.paid",
  /** `{ id, order_id, company_id, order_group_id }`: the first of its goods are on their way. */
  ORDER_SHIPPED: "company-order.shipped",
  /** The same payload: the buyer has the goods. */
  ORDER_DELIVERED: "company-order.delivered",
  /** `{ id, company_order_id, order_id, company_id }`, the id the refund's: its money has gone back. */
  ORDER_REFUNDED: "company-order.refunded",
  /** The same payload: somebody has to give the money back by hand. */
  REFUND_DUE: "company-order.refund_due",
} as const
