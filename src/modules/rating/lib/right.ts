/**
 * Who may rate a company or review goods: its buyer, who has it, for some time (business rule 12). One rule for both; what
 * was bought is read by `workflows/rating/queries/purchases.ts`.
 */

/** A company's order of somebody, as far as it gives a right. */
export type Purchase = {
  company_order_id: string
  status: string
  /** When the buyer had the goods; that of a sale at the desk or in an older system is its payment. */
  delivered_at: Date | null
  variant_id?: string | null
  variant_title?: string | null
}

export const REFUSALS = [
  "RATING_NOT_BOUGHT",
  "RATING_NOT_DELIVERED",
  "RATING_WINDOW_OVER",
  "RATING_OWN_COMPANY",
] as const
export type Refusal = (typeof REFUSALS)[number]

/** The right itself: by which purchase; or why there is none. */
export type Right = { purchase: Purchase; reason: null } | { purchase: null; reason: Refusal }

const DAY = 24 * 60 * 60 * 1000

/**
 * Cancelled orders give nothing, unpaid ones neither. What was delivered and sent back was bought all the same. Of several
 * purchases the latest decides.
 * @param windowDays days after delivery; 0 for no end
 */
export function rightOf(purchases: Purchase[], now: Date, windowDays: number): Right {
  const bought = purchases.filter(
    ({ status, delivered_at }) =>
      status !== "cancelled" && (delivered_at !== null || status === "paid" || status === "shipped")
  )
  const delivered = bought
    .filter((one): one is Purchase & { delivered_at: Date } => one.delivered_at !== null)
    .sort((a, b) => b.delivered_at.getTime() - a.delivered_at.getTime())
  const [latest] = delivered
  if (latest && (windowDays === 0 || now.getTime() <= endOf(latest.delivered_at, windowDays).getTime())) {
    return { purchase: latest, reason: null }
  }
  if (bought.length === 0) {
    return { purchase: null, reason: "RATING_NOT_BOUGHT" }
  }
  return {
    purchase: null,
    reason: bought.length > delivered.length ? "RATING_NOT_DELIVERED" : "RATING_WINDOW_OVER",
  }
}

/** Last moment of a right. */
export const endOf = (deliveredAt: Date, windowDays: number) =>
  new Date(deliveredAt.getTime() + windowDays * DAY)
