import { z } from "@medusajs/framework/zod"
import { paging } from "../../access/validate-query"

const name = z.string().trim().min(1).max(100)

/** A form that chooses a category wants them all. */
export const ListCategories = z.object({ ...paging, limit: paging.limit.default(100) })

export const NewCategory = z.strictObject({ name, is_purchase: z.boolean().default(false) })

export const ChangeCategory = z.strictObject({
  name: name.optional(),
  is_purchase: z.boolean().optional(),
  is_archived: z.boolean().optional(),
})

export type ListCategoriesQuery = z.infer<typeof ListCategories>
export type NewCategoryBody = z.infer<typeof NewCategory>
export type ChangeCategoryBody = z.infer<typeof ChangeCategory>
