import { z } from "@medusajs/framework/zod"
import { paging } from "../../access/validate-query"

export const ListOrders = z.object({
  ...paging,
  /** Short code, phone or name of the buyer. */
  q: z.string().trim().max(100).optional(),
  status: z.enum(["pending", "paid", "shipped", "delivered", "cancelled"]).optional(),
})

export type ListOrdersQuery = z.infer<typeof ListOrders>
