/** Events of the gateway room; every payload is `{ id, order_group_id, provider_id }`, the id the transaction's. */
export const GatewayEvents = {
  TRANSACTION_PERFORMED: "gateway.transaction_performed",
  TRANSACTION_CANCELED: "gateway.transaction_canceled",
} as const
