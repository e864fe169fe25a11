import { z } from "@medusajs/framework/zod"
import { isCode, normalCode } from "../../../modules/company/lib/codes"
import { paging } from "../../access/validate-query"

export const ChangeVisibility = z.strictObject({
  is_private: z.boolean(),
  code: z
    .string()
    .max(100)
    .transform(normalCode)
    .refine(isCode, "code must be 5 to 12 letters A-Z and digits")
    .optional(),
})

export const ListGrants = z.object({ ...paging, q: z.string().trim().max(100).optional() })

export type ChangeVisibilityBody = z.infer<typeof ChangeVisibility>
export type ListGrantsQuery = z.infer<typeof ListGrants>
