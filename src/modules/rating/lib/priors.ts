/**
 * The market's mean that scores lean on. Were it changed by every rating, all shoppers of the market would wait for one
 * row; so it stands still between two runs of a job (`src/jobs/refresh-rating-priors.ts`), rounded to two decimals: scores
 * are written anew only when the mean has moved by a hundredth.
 */

type Run = (statement: string, values?: unknown[]) => Promise<unknown>

/** Kind of what is rated, table of its figures, and its key. */
export const KINDS = [
  { kind: "company", stat: "company_rating_stat", key: "company_id" },
  { kind: "product", stat: "product_review_stat", key: "product_id" },
] as const

/** Where nobody has rated anything yet: the middle. */
const MIDDLE = 3

/**
 * Makes the means anew and brings up the scores that differ, also those that a rebuild or another weight left behind.
 * @param weight as how many ratings the mean counts (`reviews.prior_weight`); the one that stands when it is left out
 */
export async function refreshPriors(run: Run, weight?: number): Promise<void> {
  for (const { kind, stat } of KINDS) {
    await run(
      `update rating_prior p set mean = m.mean, weight = coalesce(?, weight), refreshed_at = now()
         from (select coalesce(round(sum(sum)::numeric / nullif(sum(count), 0), 2), ${MIDDLE}) as mean from ${stat}) m
        where p.kind = '${kind}'`,
      [weight ?? null]
    )
    // The trigger of the table writes the score; here only those rows are touched that have another one.
    await run(
      `update ${stat} s set score = 0 from rating_prior p
        where p.kind = '${kind}' and s.score is distinct from
              coalesce(round((p.weight * p.mean + s.sum) / nullif(p.weight + s.count, 0), 4), 0)`
    )
  }
}
