import { Context } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { notFound } from "../../../lib/errors"
import { sql } from "../../../lib/sql"
import { NextContent, ReviewContent, ReviewStatus } from "./content"

export type ReviewRow = {
  id: string
  product_id: string
  company_id: string | null
  customer_id: string
  status: ReviewStatus
  next: NextContent | null
  revision: number
  waits_since: Date | null
  photos: number
  waiting_photos: number
}

/** What an event says of a review. */
export type ReviewFacts = { id: string; product_id: string; company_id: string | null }

export const factsOf = ({ id, product_id, company_id }: ReviewFacts): ReviewFacts => ({
  id,
  product_id,
  company_id,
})

const LOCK = `select r.id, r.product_id, r.company_id, r.customer_id, r.status, r.next, r.revision, r.waits_since
   from product_review r where r.id = ? and r.deleted_at is null`

/**
 * Locks a review for a change; changes of one review come one after the other.
 * @param only of this author, or of this company's goods
 * @throws {MedusaError} 404
 */
export async function lockReview(
  context: Context,
  id: string,
  only: { customer_id?: string; company_id?: string } = {}
): Promise<ReviewRow> {
  const [row] = await sql<ReviewRow>(context, `${LOCK} for update`, [id])
  const isIt =
    row &&
    (only.customer_id === undefined || row.customer_id === only.customer_id) &&
    (only.company_id === undefined || row.company_id === only.company_id)
  if (!isIt) {
    throw notFound("Review", id)
  }
  // A statement of its own: the photos as they are now that the row is ours.
  const [photos] = await sql<Pick<ReviewRow, "photos" | "waiting_photos">>(
    context,
    `select count(*)::int as photos, count(*) filter (where not is_approved)::int as waiting_photos
       from review_photo where review_id = ? and deleted_at is null`,
    [id]
  )
  return { ...row, ...photos, waits_since: row.waits_since && new Date(row.waits_since) }
}

/** Writes columns of a review; the names are the code's own. */
export async function updateReview(
  context: Context,
  id: string,
  columns: Record<string, unknown>
): Promise<void> {
  const names = Object.keys(columns)
  const sets = names.map((name) => (name === "next" ? `"${name}" = ?::jsonb` : `"${name}" = ?`))
  const values = names.map((name) => (name === "next" ? jsonOf(columns[name]) : columns[name]))
  await sql(context, `update product_review set ${[...sets, "updated_at = now()"].join(", ")} where id = ?`, [
    ...values.map(arrayOf),
    id,
  ])
}

const jsonOf = (value: unknown) => (value === null ? null : JSON.stringify(value))
/** MikroORM would spread a list over several placeholders; PostgreSQL reads it from one text. */
const arrayOf = (value: unknown) => (Array.isArray(value) ? textArray(value as string[]) : value)
const textArray = (values: string[]) => `{${values.map((value) => JSON.stringify(value)).join(",")}}`

export type NewReview = ReviewContent & {
  product_id: string
  company_id: string | null
  customer_id: string
  company_order_id: string | null
  variant_id: string | null
  variant_title: string | null
  status: ReviewStatus
  flagged_words: string[]
  waits_since: Date | null
}

/** Writes a review; the unique index lets one customer have one per product. @returns undefined when there is one */
export async function insertReview(context: Context, review: NewReview): Promise<ReviewFacts | undefined> {
  const row = { id: generateEntityId(undefined, "prev"), ...review }
  const names = Object.keys(row)
  const [made] = await sql<ReviewFacts>(
    context,
    `insert into product_review (${names.map((name) => `"${name}"`).join(", ")})
     values (${names.map(() => "?").join(", ")})
     on conflict (product_id, customer_id) where deleted_at is null do nothing returning id, product_id, company_id`,
    Object.values(row).map(arrayOf)
  )
  return made
}
