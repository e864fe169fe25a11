import { z } from "@medusajs/framework/zod"
import { REVIEW_STATUSES } from "../../../modules/rating/lib/content"
import { paging } from "../../access/validate-query"

export const ListReviews = z.object({
  ...paging,
  status: z.enum(REVIEW_STATUSES).optional(),
  company_id: z.string().min(1).max(100).optional(),
  q: z.string().trim().min(1).max(100).optional(),
})

/** What the operator has read: the decision is refused when the author has changed it since. */
const revision = z.number().int().min(1).optional()

export const Approve = z.strictObject({ revision })
export const Reject = z.strictObject({ revision, reason: z.string().trim().min(1).max(500) })
export const ListWords = z.object({ ...paging })
export const AddWord = z.strictObject({ word: z.string().trim().min(1).max(60) })

export type ListReviewsQuery = z.infer<typeof ListReviews>
export type ApproveBody = z.infer<typeof Approve>
export type RejectBody = z.infer<typeof Reject>
export type ListWordsQuery = z.infer<typeof ListWords>
export type AddWordBody = z.infer<typeof AddWord>
