import { z } from "@medusajs/framework/zod"
import { REVIEW_LOCALES } from "../../../modules/rating/lib/content"
import { REVIEW_ORDERS, ReviewOrder } from "../../../workflows/rating/queries/product-reviews"
import { paging } from "../../access/validate-query"

const stars = z.number().int().min(1).max(5)
const aspect = stars.nullable().default(null)
/** An empty text says nothing. */
const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .nullable()
    .default(null)
    .transform((value) => value || null)

export const RateCompany = z.strictObject({ stars })

/** A review as its author writes it, whole: an edit says everything anew. */
export const WriteReview = z.strictObject({
  stars,
  title: text(120),
  text: text(4000),
  pros: text(1000),
  cons: text(1000),
  aspects: z.strictObject({ quality: aspect, match: aspect, delivery: aspect }).optional(),
  /** Language of the text; the browser's when it is left out. */
  locale: z.enum(REVIEW_LOCALES).optional(),
})

export const Vote = z.strictObject({ is_helpful: z.boolean().nullable() })

export const Report = z.strictObject({
  reason: z.enum(["spam", "offensive", "false", "private", "other"]),
  note: text(500),
})

const flag = z.enum(["true", "false"]).transform((value) => value === "true")

export const ListReviews = z.object({
  ...paging,
  order: z.enum(REVIEW_ORDERS as [ReviewOrder, ...ReviewOrder[]]).default("-created_at"),
  stars: z.coerce.number().int().min(1).max(5).optional(),
  with_photos: flag.optional(),
  locale: z.enum(REVIEW_LOCALES).optional(),
})

export const ListOwn = z.object({ ...paging })

export type RateCompanyBody = z.infer<typeof RateCompany>
export type WriteReviewBody = z.infer<typeof WriteReview>
export type VoteBody = z.infer<typeof Vote>
export type ReportBody = z.infer<typeof Report>
export type ListReviewsQuery = z.infer<typeof ListReviews>
export type ListOwnQuery = z.infer<typeof ListOwn>
