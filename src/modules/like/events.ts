/** Events of likes and follows. Those of the watch come from a table: once each, and again after a crash with the same id. */
export const LikeEvents = {
  /** `{ product_id, company_id, customer_id, like_count }`; the customer is null for a visitor. */
  ADDED: "like.added",
  REMOVED: "like.removed",
  /** `{ company_id, customer_id }` */
  FOLLOWED: "company.followed",
  UNFOLLOWED: "company.unfollowed",
  /** `{ id, product_id, variant_id, currency_code, from, to }` of liked goods, in so'm. */
  PRICE_DROPPED: "like.price-dropped",
  /** `{ id, product_id, variant_id }` of liked goods. */
  BACK_IN_STOCK: "like.back-in-stock",
} as const
