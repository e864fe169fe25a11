import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { notFound } from "../../../lib/errors"
import { NextContent, ReviewStatus } from "../../../modules/rating/lib/content"
import { endOf } from "../../../modules/rating/lib/right"
import { PRODUCT_JOINS, visibleProduct } from "../../store/visibility"
import { ratingsOf } from "../ratings-of"
import { AUTHOR, presentReview, ReviewColumns, reviewColumns } from "./present"
import { HAD_AT, WORKS_FOR } from "./purchases"
import { OWN, REVIEW_JOINS } from "./require-review"

const PRODUCT = `jsonb_build_object('id', p.id, 'title', p.title, 'handle', p.handle, 'thumbnail', p.thumbnail) as product`
type Product = { id: string; title: string; handle: string; thumbnail: string | null }

type OwnRow = ReviewColumns & {
  product: Product
  status: ReviewStatus
  reject_reason: string | null
  next: NextContent | null
  waits_since: Date | null
}

const COLUMNS = `${reviewColumns("")}, r.status, r.reject_reason, r.next, r.waits_since, ${PRODUCT}`
const FROM = `from product_review r ${REVIEW_JOINS} ${AUTHOR}`

/** A review as its author sees it, with what still waits for the operator. */
function presentOwn(row: OwnRow) {
  const { status, reject_reason, next, product } = row
  return {
    ...presentReview(row),
    photos: row.photos,
    is_mine: true,
    my_vote: null,
    status,
    is_waiting: row.waits_since !== null,
    reject_reason,
    next: next && presentNext(next),
    product,
  }
}

/** An edit that waits, in the shape of a review. */
export function presentNext(next: NextContent) {
  const { quality_stars, match_stars, delivery_stars, flagged_words, ...said } = next
  return {
    ...said,
    aspects: { quality: quality_stars, match: match_stars, delivery: delivery_stars },
    flagged_words,
  }
}

type Page = { limit: number; offset: number }

/** A customer's reviews, newest first. Two statements. */
export async function listOwnReviews(
  container: MedusaContainer,
  customerId: string,
  { limit, offset }: Page
) {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await knex.raw<{ rows: OwnRow[] }>(
    `select ${COLUMNS} ${FROM} where ${OWN} order by r.created_at desc, r.id desc limit ? offset ?`,
    [customerId, limit, offset]
  )
  const { rows: counts } = await knex.raw<{ rows: Array<{ count: number }> }>(
    `select count(*)::int as count from product_review r ${REVIEW_JOINS} where ${OWN}`,
    [customerId]
  )
  return { reviews: rows.map(presentOwn), count: counts[0].count }
}

/** One of them. @throws {MedusaError} 404 */
export async function findOwnReview(container: MedusaContainer, find: { id: string; customer_id: string }) {
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: OwnRow[] }>(`select ${COLUMNS} ${FROM} where r.id = ? and ${OWN}`, [
      find.id,
      find.customer_id,
    ])
  if (!rows[0]) {
    throw notFound("Review", find.id)
  }
  return presentOwn(rows[0])
}

type WaitingRow = {
  product: Product
  company: { id: string; name: string; handle: string } | null
  company_order_id: string
  short_code: string
  variant_title: string | null
  delivered_at: Date
  count: number
}

/** Goods in the customer's hands that the customer has not reviewed and may: each once, by its latest purchase. */
const WAITING = `
  select distinct on (p.id) p.id as product_id, ${PRODUCT},
         case when c2.id is not null then jsonb_build_object('id', c2.id, 'name', c2.name, 'handle', c2.handle) end as company,
         o.id as company_order_id, o.short_code, v.title as variant_title, o.had_at as delivered_at
    from (select c.*, ${HAD_AT} as had_at from order_group g join company_order c on c.group_id = g.id and c.deleted_at is null
           where g.customer_id = ? and g.deleted_at is null and c.status <> 'cancelled') o
    join company_order_line i on i.company_order_id = o.id and i.deleted_at is null
    left join product_variant v on v.id = i.variant_id
    left join listing il on il.id = i.listing_id
    join product p on p.id = coalesce(v.product_id, il.product_id)
    ${PRODUCT_JOINS}
    left join company c2 on c2.id = l.company_id
   where o.had_at is not null and (?::int = 0 or o.had_at >= now() - ?::int * interval '1 day') and ${visibleProduct("?")}
     and not exists (select 1 from product_review r where r.product_id = p.id and r.customer_id = ? and r.deleted_at is null)
     and not ${WORKS_FOR("?", "l.company_id")}
   order by p.id, o.had_at desc, o.id`

/** What a customer may still review, latest delivery first. One statement. */
export async function listWaiting(container: MedusaContainer, customerId: string, { limit, offset }: Page) {
  const { window_days } = ratingsOf(container).options.reviews
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: WaitingRow[] }>(
      `with w as (${WAITING}) select w.*, (select count(*)::int from w) as count from w
        order by w.delivered_at desc, w.product_id limit ? offset ?`,
      [customerId, window_days, window_days, customerId, customerId, customerId, limit, offset]
    )
  return {
    waiting: rows.map(({ count: _, delivered_at, ...row }) => ({
      ...row,
      delivered_at,
      /** Last moment to review it. */
      until: window_days === 0 ? null : endOf(delivered_at, window_days),
    })),
    count: rows[0]?.count ?? 0,
  }
}
