import { z } from "@medusajs/framework/zod"
import { paging } from "../../access/validate-query"

export const ListReceipts = z.object({
  ...paging,
  /** A part of the number. */
  q: z.string().trim().max(30).optional(),
  kind: z.enum(["sale", "refund"]).optional(),
  company_id: z.string().max(100).optional(),
  order_id: z.string().max(100).optional(),
  order_group_id: z.string().max(100).optional(),
})

export type ListReceiptsQuery = z.infer<typeof ListReceipts>
