import { z } from "@medusajs/framework/zod"
import { REVIEW_STATUSES } from "../../../modules/rating/lib/content"
import { paging } from "../../access/validate-query"

export const ListRatings = z.object({ ...paging })

export const ListReviews = z.object({
  ...paging,
  stars: z.coerce.number().int().min(1).max(5).optional(),
  status: z.enum(REVIEW_STATUSES).optional(),
  answered: z
    .enum(["true", "false"])
    .transform((value) => value === "true")
    .optional(),
  q: z.string().trim().min(1).max(100).optional(),
})

export const Reply = z.strictObject({ text: z.string().trim().min(1).max(2000) })

export type ListRatingsQuery = z.infer<typeof ListRatings>
export type ListReviewsQuery = z.infer<typeof ListReviews>
export type ReplyBody = z.infer<typeof Reply>
