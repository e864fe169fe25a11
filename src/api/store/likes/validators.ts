import { z } from "@medusajs/framework/zod"
import { paging } from "../../access/validate-query"

const id = z.string().trim().min(1).max(255)

export const ListLikes = z.object({ ...paging })
export type ListLikesQuery = z.infer<typeof ListLikes>

export const LikeProduct = z.object({ product_id: id }).strict()
export type LikeProductBody = z.infer<typeof LikeProduct>

export const NoBody = z.object({}).strict()

/** Ids of goods, one text with commas between them. */
export const CheckLikes = z.object({
  product_id: z
    .string()
    .max(30_000)
    .transform((text) => text.split(",").map((part) => part.trim()))
    .pipe(z.array(id).min(1).max(100)),
})
export type CheckLikesQuery = z.infer<typeof CheckLikes>

export const SaveLikeList = z.object({ name: z.string().trim().min(1).max(100) }).strict()
export type SaveLikeListBody = z.infer<typeof SaveLikeList>
