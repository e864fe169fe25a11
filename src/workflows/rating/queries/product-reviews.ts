import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { assertId, notFound } from "../../../lib/errors"
import { ReviewLocale, SHOWN } from "../../../modules/rating/lib/content"
import { Histogram } from "../../../modules/rating/lib/score"
import { PRODUCT_JOINS, visibleProduct } from "../../store/visibility"
import { AUTHOR, presentReview, ReviewColumns, reviewColumns, ReviewView, SHOWN_PHOTOS } from "./present"
import { Figures, FIGURES, HISTOGRAM } from "./scores"

/** The id makes every order one; each is one index of the goods' shown reviews. */
const ORDERS = {
  "-created_at": "r.created_at desc, r.id desc",
  helpful: "r.helpful_count desc, r.created_at desc, r.id desc",
  "-stars": "r.stars desc, r.created_at desc, r.id desc",
  stars: "r.stars, r.created_at, r.id",
} as const
export const REVIEW_ORDERS = Object.keys(ORDERS) as ReviewOrder[]
export type ReviewOrder = keyof typeof ORDERS

export type ReviewFilter = { stars?: number; with_photos?: boolean; locale?: ReviewLocale }
type Page = { order: ReviewOrder; limit: number; offset: number }

export type ShopReview = ReviewView & { is_mine: boolean; my_vote: boolean | null }
export type ReviewSummary = Figures & {
  aspects: { quality: number | null; match: number | null; delivery: number | null }
}

const aspect = (name: string) =>
  `round(s.${name}_sum::numeric / nullif(s.${name}_count, 0), 2)::float8 as ${name}`

const SUMMARY = (counted: string) =>
  `
  select ${FIGURES}, ${HISTOGRAM}, ${["quality", "match", "delivery"].map(aspect).join(", ")}, ${counted} as found
    from product p ${PRODUCT_JOINS} join rating_prior x on x.kind = 'product'
    left join product_review_stat s on s.product_id = p.id
   where p.id = ? and ${visibleProduct("?")}`.replace("p.mean", "x.mean")

type SummaryRow = Figures & {
  quality: number | null
  match: number | null
  delivery: number | null
  found: number | null
}

function conditionOf({ stars, with_photos, locale }: ReviewFilter): {
  where: string
  values: Array<string | number>
} {
  const parts: Array<[string, ...Array<string | number>]> = [
    ...(stars === undefined ? [] : [["r.stars = ?", stars] as [string, number]]),
    ...(with_photos ? [["r.photo_count > 0"] as [string]] : []),
    ...(locale === undefined ? [] : [["r.locale = ?", locale] as [string, string]]),
  ]
  return {
    where: ["r.product_id = ?", SHOWN, ...parts.map(([text]) => text)].join(" and "),
    values: parts.flatMap(([, ...values]) => values),
  }
}

/**
 * A page of what buyers say of goods: two statements, one for the figures and one for the page. Without a filter, or by stars
 * alone, the count is read from the figures.
 * @throws {MedusaError} 404, also for goods that the caller may not see
 */
export async function listProductReviews(
  container: MedusaContainer,
  find: { product_id: string; customer_id: string | null } & ReviewFilter & Page
): Promise<{ reviews: ShopReview[]; count: number; summary: ReviewSummary }> {
  const { product_id, customer_id, order, limit, offset } = find
  assertId(product_id, "product id")
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { where, values } = conditionOf(find)
  const isCounted = find.with_photos || find.locale !== undefined
  const counted = isCounted ? `(select count(*)::int from product_review r where ${where})` : "null::int"
  const { rows: figures } = await knex.raw<{ rows: SummaryRow[] }>(SUMMARY(counted), [
    ...(isCounted ? [product_id, ...values] : []),
    product_id,
    customer_id,
  ])
  if (!figures[0]) {
    throw notFound("Product", product_id)
  }
  const { found, quality, match, delivery, ...summary } = figures[0]
  const byStars = find.stars === undefined ? summary.count : summary.histogram[find.stars as keyof Histogram]
  const { rows } = await knex.raw<{
    rows: Array<ReviewColumns & { customer_id: string; my_vote: boolean | null }>
  }>(
    `select ${reviewColumns(SHOWN_PHOTOS)}, r.customer_id,
            (select v.is_helpful from review_vote v where v.review_id = r.id and v.customer_id = ? and v.deleted_at is null) as my_vote
       from (select r.* from product_review r where ${where} order by ${ORDERS[order]} limit ? offset ?) r ${AUTHOR}
      order by ${ORDERS[order]}`,
    [customer_id, product_id, ...values, limit, offset]
  )
  return {
    reviews: rows.map((row) => ({
      ...presentReview(row),
      is_mine: row.customer_id === customer_id,
      my_vote: row.my_vote,
    })),
    count: found ?? byStars,
    summary: { ...summary, aspects: { quality, match, delivery } },
  }
}
