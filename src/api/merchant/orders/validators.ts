import { z } from "@medusajs/framework/zod"
import { paging } from "../../access/validate-query"

export const ListOrders = z.object({
  ...paging,
  /** Short code, phone or name of the buyer. */
  q: z.string().trim().max(100).optional(),
  status: z.enum(["pending", "paid", "shipped", "delivered", "returned", "cancelled"]).optional(),
})

export const CancelOrder = z.object({ reason: z.string().trim().min(1).max(500) }).strict()
export type CancelOrderBody = z.infer<typeof CancelOrder>

export type ListOrdersQuery = z.infer<typeof ListOrders>
