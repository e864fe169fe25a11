import { z } from "@medusajs/framework/zod"
import { paging } from "../../access/validate-query"

/** A tree is of use as a whole: more of it on a page than of other lists. */
export const ListCategories = z.object({
  offset: paging.offset,
  limit: z.coerce.number().int().min(1).max(1000).default(1000),
})

export type ListCategoriesQuery = z.infer<typeof ListCategories>
