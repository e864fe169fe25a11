/**
 * Stands in `company_order.company_id` for goods that belong to no company: those that an operator, or a host's own
 * shop, sells through Medusa's product pages.
 */
export const MARKET = "market"
