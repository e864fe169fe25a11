/** What each sign of liking weighs: sold pieces most, then likes, then stars. */
export const WEIGHTS = { sold: 3, likes: 1, rating: 0.5 } as const

/**
 * How popular goods are, for the order of that name. Pieces and likes count by their logarithm, so that the thousandth sale
 * says less than the tenth; stars by the Bayesian mean, which is 0 for goods that nobody has rated.
 */
export function popularityOf(goods: {
  sold_count: number
  like_count: number
  rating_score: number
}): number {
  const popularity =
    WEIGHTS.sold * Math.log1p(Math.max(0, goods.sold_count)) +
    WEIGHTS.likes * Math.log1p(Math.max(0, goods.like_count)) +
    WEIGHTS.rating * goods.rating_score
  // Stored as a 32-bit float; the same figure must come back, or every sweep would find a difference.
  return Math.fround(Math.round(popularity * 1e4) / 1e4)
}
