import { refreshPriors } from "./priors"

/**
 * Every figure of ratings and reviews made again from the rows. The figures that the triggers keep are the same; this is for
 * whoever does not believe it, and for a database that was written past the triggers.
 */

type Run = (statement: string, values?: unknown[]) => Promise<unknown>

const HISTOGRAM = [1, 2, 3, 4, 5].map((star) => `count(*) filter (where stars = ${star})`).join(", ")
const ASPECTS = ["quality", "match", "delivery"]

/** What companies' ratings add up to. */
export const COMPANY_FIGURES = `select company_id, ${HISTOGRAM} from company_rating where deleted_at is null group by company_id`

/** What shown reviews add up to. */
export const PRODUCT_FIGURES = `select product_id, ${HISTOGRAM},
    ${ASPECTS.map((aspect) => `coalesce(sum(${aspect}_stars), 0), count(${aspect}_stars)`).join(", ")}
  from product_review where status in ('approved', 'reported') and deleted_at is null group by product_id`

const ASPECT_COLUMNS = ASPECTS.map((aspect) => `${aspect}_sum, ${aspect}_count`).join(", ")

/** Counters that stand in the reviews themselves. */
const COUNTERS = `update product_review r set helpful_count = n.helpful, unhelpful_count = n.unhelpful, photo_count = n.photos,
    report_count = n.reports
  from (select x.id,
          (select count(*) from review_vote v where v.review_id = x.id and v.is_helpful and v.deleted_at is null) as helpful,
          (select count(*) from review_vote v where v.review_id = x.id and not v.is_helpful and v.deleted_at is null) as unhelpful,
          (select count(*) from review_photo f where f.review_id = x.id and f.is_approved and f.deleted_at is null) as photos,
          (select count(*) from review_report t where t.review_id = x.id and t.handled_at is null and t.deleted_at is null) as reports
          from product_review x where x.deleted_at is null) n
 where n.id = r.id and (r.helpful_count, r.unhelpful_count, r.photo_count, r.report_count)
       is distinct from (n.helpful::int, n.unhelpful::int, n.photos::int, n.reports::int)`

/**
 * Makes all figures anew. Run it in a transaction: writers wait for its end, readers see the old figures until then.
 * The weight of the market's mean stays as the last refresh left it.
 */
export async function rebuildFigures(run: Run): Promise<void> {
  await run(
    `lock table company_rating, product_review, review_vote, review_photo, review_report in share row exclusive mode`
  )
  await run(`delete from company_rating_stat`)
  await run(`insert into company_rating_stat (company_id, c1, c2, c3, c4, c5) ${COMPANY_FIGURES}`)
  await run(`delete from product_review_stat`)
  await run(
    `insert into product_review_stat (product_id, c1, c2, c3, c4, c5, ${ASPECT_COLUMNS}) ${PRODUCT_FIGURES}`
  )
  await run(COUNTERS)
  await refreshPriors(run)
}
