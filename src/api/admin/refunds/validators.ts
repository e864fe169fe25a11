import { z } from "@medusajs/framework/zod"
import { paging } from "../../access/validate-query"

export const ListRefunds = z.object({
  ...paging,
  status: z.enum(["processing", "due", "succeeded", "failed"]).optional(),
  company_id: z.string().max(100).optional(),
  order_id: z.string().max(100).optional(),
})
export type ListRefundsQuery = z.infer<typeof ListRefunds>

export const CompleteRefund = z.object({ proof: z.string().trim().min(1).max(1000) }).strict()
export type CompleteRefundBody = z.infer<typeof CompleteRefund>

export const GiveUpRefund = z.object({ reason: z.string().trim().min(1).max(500) }).strict()
export type GiveUpRefundBody = z.infer<typeof GiveUpRefund>
