import { z } from "@medusajs/framework/zod"
import { isDay } from "../../../modules/ledger/lib/period"
import { ORDER_STATUSES } from "../../../modules/order-group/lib/order-states"
import { paging } from "../../access/validate-query"

const status = z.enum(ORDER_STATUSES)
const day = z.string().refine(isDay, "must be a day like 2026-11-21")

export const ListOrders = z.object({
  ...paging,
  /** Short code, phone (its last four digits or more) or name of the buyer. */
  q: z.string().trim().max(100).optional(),
  phone: z
    .string()
    .trim()
    .max(30)
    .refine((text) => text.replace(/\D/g, "").length >= 4, "at least the last four digits")
    .optional(),
  /** One, several (`status=paid&status=shipped`), or several with commas between them. */
  status: z
    .union([z.string(), z.array(z.string())])
    .transform((given) => [given].flat().flatMap((text) => text.split(",")))
    .pipe(z.array(status).min(1).max(ORDER_STATUSES.length))
    .optional(),
  channel: z.enum(["web", "pos"]).optional(),
  from: day.optional(),
  to: day.optional(),
  order: z.enum(["created_at", "-created_at"]).default("-created_at"),
})
export type ListOrdersQuery = z.infer<typeof ListOrders>

export const CancelOrder = z.object({ reason: z.string().trim().min(1).max(500) }).strict()
export type CancelOrderBody = z.infer<typeof CancelOrder>

/** Lines by their own id or Medusa's; without them, all that is left. */
export const FulfillOrder = z
  .object({
    items: z
      .array(
        z.object({ id: z.string().min(1).max(100), quantity: z.number().int().positive().max(1e9) }).strict()
      )
      .min(1)
      .max(500)
      .optional(),
  })
  .strict()
export type FulfillOrderBody = z.infer<typeof FulfillOrder>
