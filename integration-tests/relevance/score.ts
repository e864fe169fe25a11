/** How good an order of answers is, as pure arithmetic. */

const CUTOFF = 10

/** Gain of a grade 0–3: a hit of grade 3 is worth seven of grade 1 (Burges et al. 2005). */
const gain = (grade: number): number => 2 ** grade - 1

const discounted = (grades: readonly number[]): number =>
  grades.slice(0, CUTOFF).reduce((sum, grade, index) => sum + gain(grade) / Math.log2(index + 2), 0)

/**
 * NDCG@10 (Järvelin and Kekäläinen 2002): what the first ten answers are worth against the best order there could be; 0 to 1.
 * @param grades the answers' grades in the order they came
 * @param all the grades of all goods that were judged above 0
 */
export function ndcgAt10(grades: readonly number[], all: readonly number[]): number {
  const best = discounted([...all].sort((a, b) => b - a))
  return best === 0 ? 1 : discounted(grades) / best
}

/** The part of queries with something to find that found nothing at all. */
export function zeroRate(counts: readonly number[]): number {
  return counts.length ? counts.filter((count) => count === 0).length / counts.length : 0
}

export function mean(values: readonly number[]): number {
  return values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : 0
}
