/**
 * What the routes' words mean: `POST /admin/products/:id` is about a row of `product`. Resources that are not listed are
 * logged by their word and id, without before and after.
 */

export type Entity = {
  table: string
  /** Rows that belong to it and are changed through it: statements with `t.id` for its id. */
  parts?: Record<string, string>
  /** Its company, where the row has no `company_id`: an expression over the row `t`. */
  company?: string
}

const LISTING_OF = (productId: string) =>
  `(select l.company_id from listing l where l.product_id = ${productId} limit 1)`
const ORDER_OF = (orderId: string) =>
  `(select o.company_id from company_order o where o.order_id = ${orderId} limit 1)`

const product: Entity = {
  table: "product",
  company: LISTING_OF("t.id"),
  parts: {
    product_variant: "select * from product_variant where product_id = t.id",
    price: `select p.* from price p join product_variant_price_set s on s.price_set_id = p.price_set_id
              join product_variant v on v.id = s.variant_id where v.product_id = t.id`,
  },
}
const variant: Entity = {
  table: "product_variant",
  company: LISTING_OF("t.product_id"),
  parts: {
    price: `select p.* from price p join product_variant_price_set s on s.price_set_id = p.price_set_id
             where s.variant_id = t.id`,
  },
}
const order: Entity = {
  table: "order",
  company: ORDER_OF("t.id"),
  parts: {
    company_order: "select * from company_order where order_id = t.id",
    company_refund: "select * from company_refund where order_id = t.id",
    fulfillment: `select f.* from fulfillment f join order_fulfillment o on o.fulfillment_id = f.id where o.order_id = t.id`,
  },
}
const listing: Entity = {
  table: "listing",
  parts: {
    listing_variant: "select * from listing_variant where listing_id = t.id",
    image: "select * from image where product_id = t.product_id",
  },
}

/** Under `/merchant` some words mean a company's own rows. */
const MERCHANT: Record<string, Entity> = {
  company: { table: "company", company: "t.id" },
  members: { table: "company_member" },
  invitations: { table: "company_member" },
  roles: { table: "company_role" },
  listings: listing,
  variants: { table: "listing_variant" },
  orders: order,
  refunds: { table: "company_refund" },
  "delivery-options": { table: "shipping_option" },
  imports: { table: "exchange_import" },
  shifts: { table: "pos_shift" },
  expenses: {
    table: "expense",
    parts: {
      expense_attachment: "select * from expense_attachment where expense_id = t.id and deleted_at is null",
    },
  },
  "expense-categories": { table: "expense_category" },
  "expense-budgets": { table: "expense_budget" },
  "recurring-expenses": {
    table: "recurring_expense",
    parts: { recurring_change: "select * from recurring_change where recurring_id = t.id" },
  },
  sales: { table: "pos_sale" },
}

const ADMIN: Record<string, Entity> = {
  companies: { table: "company", company: "t.id" },
  operators: { table: "market_operator" },
  refunds: { table: "company_refund" },
  settlements: { table: "settlement" },
  reconciliations: { table: "reconciliation" },
  "gateway-alerts": { table: "gateway_alert" },
  "fiscal-submissions": { table: "fiscal_submission" },
  synonyms: { table: "search_synonym" },

  products: product,
  variants: variant,
  orders: order,
  "order-edits": order,
  "draft-orders": order,
  "api-keys": { table: "api_key" },
  campaigns: { table: "promotion_campaign" },
  claims: { table: "order_claim" },
  collections: { table: "product_collection" },
  "customer-groups": { table: "customer_group" },
  customers: { table: "customer" },
  exchanges: { table: "order_exchange" },
  "fulfillment-sets": { table: "fulfillment_set" },
  fulfillments: { table: "fulfillment" },
  "inventory-items": {
    table: "inventory_item",
    parts: { inventory_level: "select * from inventory_level where inventory_item_id = t.id" },
  },
  invites: { table: "invite" },
  notifications: { table: "notification" },
  "order-changes": { table: "order_change" },
  "payment-collections": { table: "payment_collection" },
  payments: { table: "payment" },
  "price-lists": {
    table: "price_list",
    parts: { price: "select * from price where price_list_id = t.id" },
  },
  "price-preferences": { table: "price_preference" },
  "product-categories": { table: "product_category" },
  "product-options": { table: "product_option" },
  "product-tags": { table: "product_tag" },
  "product-types": { table: "product_type" },
  promotions: { table: "promotion" },
  "property-labels": { table: "property_label" },
  "refund-reasons": { table: "refund_reason" },
  regions: { table: "region" },
  reservations: { table: "reservation_item" },
  "return-reasons": { table: "return_reason" },
  returns: { table: "return" },
  "sales-channels": { table: "sales_channel" },
  "service-zones": { table: "service_zone" },
  "shipping-option-types": { table: "shipping_option_type" },
  "shipping-options": { table: "shipping_option" },
  "shipping-profiles": { table: "shipping_profile" },
  "stock-locations": { table: "stock_location" },
  stores: { table: "store" },
  "tax-rates": { table: "tax_rate" },
  "tax-regions": { table: "tax_region" },
  users: { table: "user" },
}

/** The entity that a word of a path stands for. */
export function entityOf(prefix: string, word: string): Entity | undefined {
  const words = prefix === "merchant" ? MERCHANT : ADMIN
  return Object.hasOwn(words, word) ? words[word] : undefined
}

/** Every entity there is; a test looks for their tables. */
export const ENTITIES: Entity[] = [...Object.values(MERCHANT), ...Object.values(ADMIN)]
