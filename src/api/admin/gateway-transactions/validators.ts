import { z } from "@medusajs/framework/zod"
import { paging } from "../../access/validate-query"

export const ListTransactions = z.object({
  ...paging,
  provider_id: z.string().max(100).optional(),
  external_id: z.string().max(200).optional(),
  reference: z.string().max(100).optional(),
  order_group_id: z.string().max(100).optional(),
  state: z.coerce
    .number()
    .refine((state) => [1, 2, -1, -2].includes(state), "must be 1, 2, -1 or -2")
    .optional(),
})
export type ListTransactionsQuery = z.infer<typeof ListTransactions>

export const ListAlerts = z.object({ ...paging, open: z.enum(["true", "false"]).default("true") })
export type ListAlertsQuery = z.infer<typeof ListAlerts>

export const ResolveAlert = z.object({ resolution: z.string().trim().min(1).max(1000) }).strict()
export type ResolveAlertBody = z.infer<typeof ResolveAlert>
