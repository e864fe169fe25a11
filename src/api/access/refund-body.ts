import { MedusaRequest } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { NewRefund } from "../../modules/order-group/lib/refund-rows"

/** What a company or an operator sends to refund an order: an amount, or lines, or neither for everything left. */
export const Refund = z
  .object({
    amount: z.number().positive().max(1e15).optional(),
    items: z
      .array(
        z.object({ id: z.string().min(1).max(100), quantity: z.number().int().positive().max(1e9) }).strict()
      )
      .min(1)
      .max(500)
      .optional(),
    shipping: z.union([z.boolean(), z.number().min(0).max(1e15)]).optional(),
    reason: z.string().trim().min(1).max(500),
    restock: z.boolean().default(false),
  })
  .strict()
  .refine(
    ({ amount, items, shipping }) => amount === undefined || (items === undefined && shipping === undefined),
    {
      message: "amount stands alone: it cannot be combined with items or shipping",
      path: ["amount"],
    }
  )

export type RefundBody = z.infer<typeof Refund>

/** The request key comes from `Idempotency-Key`: a client that did not hear the answer sends the same call again. */
export function refundOf(
  req: MedusaRequest<RefundBody>,
  by: { order_id: string; company_id?: string; requested_by: string }
): NewRefund {
  const { reason, restock, ...request } = req.validatedBody
  const key = req.get("idempotency-key")?.slice(0, 200)
  return { ...by, request, reason, restock, request_key: key ? `http:${key}` : null }
}
