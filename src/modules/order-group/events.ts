/** Events of the order-group room; every payload is `{ id }`, the group's id. */
export const OrderGroupEvents = {
  CREATED: "order-group.created",
  PAID: "order-group.paid",
  EXPIRED: "order-group.expired",
  CANCELED: "order-group.canceled",
} as const
