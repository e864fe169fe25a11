import { z } from "@medusajs/framework/zod"
import { isDay } from "../../../modules/ledger/lib/period"
import { readCursor } from "../../../workflows/sales/lib/cursor"
import { paging } from "../../access/validate-query"

const day = z.string().refine(isDay, "must be a day like 2026-11-21")
const id = z.string().trim().min(1).max(100)

const filter = {
  from: day.optional(),
  to: day.optional(),
  channel: z.enum(["web", "pos"]).optional(),
  kind: z.enum(["sale", "refund"]).optional(),
  /** `pos_cash`, `pos_card`, or a provider as Medusa names it. */
  payment: id.optional(),
  cashier_id: id.optional(),
  listing_id: id.optional(),
  variant_id: id.optional(),
  q: z
    .string()
    .trim()
    .max(100)
    .transform((text) => text || undefined)
    .optional(),
}

export const ListSales = z.object({
  ...filter,
  after: z
    .string()
    .refine((text) => readCursor(text) !== null, "must be the `next` of a page")
    .optional(),
  limit: paging.limit,
})
export type ListSalesQuery = z.infer<typeof ListSales>

export const ExportSales = z.object({
  ...filter,
  format: z.enum(["xlsx", "csv"]).default("xlsx"),
  lang: z.enum(["uz", "ru", "en"]).default("uz"),
})
export type ExportSalesQuery = z.infer<typeof ExportSales>
