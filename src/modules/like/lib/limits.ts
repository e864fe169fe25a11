/** Likes of one customer or visitor; kept by a constraint of the table, so that no race gets past it. */
export const MOST_LIKES = 5_000
/** Named lists of one customer, and goods in one of them; kept in the same way. */
export const MOST_LISTS = 50
export const MOST_LIST_ITEMS = 1_000
/** After so many days a visitor who has not signed in is forgotten. */
export const GUEST_LIKE_DAYS = 180
/** Visitors that one address may become with their first like, and in what time: many people share an address. */
export const NEW_VISITORS = { tries: 100, window_seconds: 600 }
/**
 * Likes that visitors of one address may give the same goods, and in what time: tokens can be collected, here and where ads
 * are asked for, so that new visitors alone are no limit. Customers have none.
 */
export const GUEST_LIKES = { tries: 60, window_seconds: 3_600 }

/** Ids of visitors begin so; customers' ids do not. */
export const VISITOR_PREFIX = "vis_"
/** SQL condition on a row of `product_like`: it is a visitor's. */
export const IS_GUEST = `owner_id like 'vis\\_%'`
