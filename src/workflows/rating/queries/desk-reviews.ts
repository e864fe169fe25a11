import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { assertId, notFound } from "../../../lib/errors"
import { likePattern } from "../../../lib/search-text"
import { NextContent, ReviewStatus } from "../../../modules/rating/lib/content"
import { AUTHOR, presentReview, ReviewColumns, reviewColumns, SHOWN_PHOTOS } from "./present"
import { presentNext } from "./own-reviews"

/** Reviews as those see them who sell or who judge. */

type Condition = [sql: string, ...values: Array<string | number>]

type DeskRow = ReviewColumns & {
  status: ReviewStatus
  product: { id: string; title: string } | null
  short_code: string | null
}

type JudgedRow = DeskRow & {
  next: NextContent | null
  waits_since: Date | null
  revision: number
  reject_reason: string | null
  flagged_words: string[]
  report_count: number
  reviewed_at: Date | null
  customer_id: string
  company: { id: string; name: string } | null
  reports: Array<{ reason: string; note: string | null; created_at: string; is_handled: boolean }>
}

const PRODUCT = `case when p.id is not null then jsonb_build_object('id', p.id, 'title', p.title) end as product`
const FROM = `from product_review r ${AUTHOR} left join product p on p.id = r.product_id
  left join company_order o on o.id = r.company_order_id`

const DESK = `${reviewColumns(SHOWN_PHOTOS)}, r.status, ${PRODUCT}, o.short_code`
const JUDGED = `${reviewColumns("")}, r.status, ${PRODUCT}, o.short_code, r.next, r.waits_since, r.revision, r.reject_reason,
  r.flagged_words, r.report_count, r.reviewed_at, r.customer_id,
  case when c.id is not null then jsonb_build_object('id', c.id, 'name', c.name) end as company,
  (select coalesce(jsonb_agg(jsonb_build_object('reason', t.reason, 'note', t.note, 'created_at', t.created_at,
      'is_handled', t.handled_at is not null) order by t.created_at desc), '[]')
     from review_report t where t.review_id = r.id and t.deleted_at is null) as reports`

const SEARCHED = "(r.title ilike ? or r.text ilike ? or r.pros ilike ? or r.cons ilike ? or p.title ilike ?)"
const searched = (q: string): Condition => [SEARCHED, ...Array<string>(5).fill(likePattern(q))]

const presentDesk = (row: DeskRow) => ({
  ...presentReview(row),
  status: row.status,
  product: row.product,
  short_code: row.short_code,
})

function presentJudged(row: JudgedRow) {
  const { next, waits_since, revision, reject_reason, flagged_words, report_count, reviewed_at } = row
  return {
    ...presentDesk(row),
    photos: row.photos,
    customer_id: row.customer_id,
    company: row.company,
    is_waiting: waits_since !== null,
    next: next && presentNext(next),
    waits_since,
    revision,
    reject_reason,
    flagged_words: next?.flagged_words ?? flagged_words,
    report_count,
    reports: row.reports,
    reviewed_at,
  }
}

type Page = { limit: number; offset: number }

async function page<Row>(
  container: MedusaContainer,
  { columns, from, order, limit, offset }: Page & { columns: string; from: string; order: string },
  parts: Condition[]
): Promise<{ rows: Row[]; count: number }> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const where = ["r.deleted_at is null", ...parts.map(([text]) => text)].join(" and ")
  const values = parts.flatMap(([, ...rest]) => rest)
  const { rows } = await knex.raw<{ rows: Row[] }>(
    `select ${columns} ${from} where ${where} order by ${order} limit ? offset ?`,
    [...values, limit, offset]
  )
  const { rows: counts } = await knex.raw<{ rows: Array<{ count: number }> }>(
    `select count(*)::int as count ${from} where ${where}`,
    values
  )
  return { rows, count: counts[0].count }
}

export type MerchantReviewFilter = { stars?: number; status?: ReviewStatus; answered?: boolean; q?: string }

/** Reviews of a company's goods, newest first. Two statements. */
export async function listMerchantReviews(
  container: MedusaContainer,
  companyId: string,
  { stars, status, answered, q, ...paging }: MerchantReviewFilter & Page
) {
  assertId(companyId, "company id")
  const parts: Condition[] = [["r.company_id = ?", companyId]]
  if (stars !== undefined) {
    parts.push(["r.stars = ?", stars])
  }
  if (status !== undefined) {
    parts.push(["r.status = ?", status])
  }
  if (answered !== undefined) {
    parts.push([`r.reply_text is ${answered ? "not null" : "null"}`])
  }
  if (q !== undefined) {
    parts.push(searched(q))
  }
  const order = "r.created_at desc, r.id desc"
  const { rows, count } = await page<DeskRow>(
    container,
    { columns: DESK, from: FROM, order, ...paging },
    parts
  )
  return { reviews: rows.map(presentDesk), count }
}

/** One of them. @throws {MedusaError} 404 */
export async function findMerchantReview(container: MedusaContainer, companyId: string, id: string) {
  assertId(companyId, "company id")
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: DeskRow[] }>(
      `select ${DESK} ${FROM} where r.id = ? and r.company_id = ? and r.deleted_at is null`,
      [id, companyId]
    )
  if (!rows[0]) {
    throw notFound("Review", id)
  }
  return presentDesk(rows[0])
}

const JUDGED_FROM = `${FROM} left join company c on c.id = r.company_id`

export type AdminReviewFilter = { status?: ReviewStatus; q?: string; company_id?: string }

/**
 * Reviews of the whole market. `pending` are those of which something waits, also an edit or a photo of a shown one, the
 * longest wait first; else newest first. Two statements.
 */
export async function listAdminReviews(
  container: MedusaContainer,
  { status, q, company_id, ...paging }: AdminReviewFilter & Page
) {
  const parts: Condition[] = []
  if (status === "pending") {
    parts.push(["r.waits_since is not null"])
  } else if (status !== undefined) {
    parts.push(["r.status = ?", status])
  }
  if (company_id !== undefined) {
    parts.push(["r.company_id = ?", company_id])
  }
  if (q !== undefined) {
    parts.push(searched(q))
  }
  const order = status === "pending" ? "r.waits_since, r.id" : "r.created_at desc, r.id desc"
  const { rows, count } = await page<JudgedRow>(
    container,
    { columns: JUDGED, from: JUDGED_FROM, order, ...paging },
    parts
  )
  return { reviews: rows.map(presentJudged), count }
}

/** One of them. @throws {MedusaError} 404 */
export async function findAdminReview(container: MedusaContainer, id: string) {
  assertId(id, "review id")
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: JudgedRow[] }>(`select ${JUDGED} ${JUDGED_FROM} where r.id = ? and r.deleted_at is null`, [
      id,
    ])
  if (!rows[0]) {
    throw notFound("Review", id)
  }
  return presentJudged(rows[0])
}
