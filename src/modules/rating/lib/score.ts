/** Figures of stars, as the triggers keep them in `company_rating_stat` and `product_review_stat`. */

export const STARS = [1, 2, 3, 4, 5] as const
export type Histogram = Record<(typeof STARS)[number], number>

/** The market's own mean, and as how many ratings it counts. */
export type Prior = { mean: number; weight: number }

/** `average` is 0 while nobody has rated; `score` is then the market's mean. */
export type Score = { average: number; count: number; score: number }

const rounded = (value: number, digits: number) =>
  // Half of a unit is rounded up as PostgreSQL's numeric does; the small addition undoes what binary fractions lose.
  Math.round((value + Number.EPSILON * 8) * 10 ** digits) / 10 ** digits

export const emptyHistogram = (): Histogram => ({ 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 })

/** Number of the stars of each kind. */
export function histogramOf(stars: number[]): Histogram {
  const histogram = emptyHistogram()
  for (const one of stars) {
    histogram[one as keyof Histogram]++
  }
  return histogram
}

/**
 * Average to two decimals, and the Bayesian mean to four: few ratings stay near the market's mean, many speak for themselves.
 * @see https://en.wikipedia.org/wiki/Bayesian_average
 */
export function scoreOf(histogram: Histogram, prior: Prior): Score {
  const count = STARS.reduce((total, star) => total + histogram[star], 0)
  const sum = STARS.reduce((total, star) => total + star * histogram[star], 0)
  const weight = prior.weight + count
  return {
    count,
    average: count === 0 ? 0 : rounded(sum / count, 2),
    score: weight === 0 ? 0 : rounded((prior.weight * prior.mean + sum) / weight, 4),
  }
}
