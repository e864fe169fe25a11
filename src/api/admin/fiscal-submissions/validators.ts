import { z } from "@medusajs/framework/zod"
import { paging } from "../../access/validate-query"

export const ListSubmissions = z.object({
  ...paging,
  status: z.enum(["waiting", "sent", "confirmed", "not_needed", "failed"]).optional(),
  provider_id: z.string().max(100).optional(),
})

export type ListSubmissionsQuery = z.infer<typeof ListSubmissions>
