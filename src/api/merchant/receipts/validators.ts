import { z } from "@medusajs/framework/zod"
import { isDay } from "../../../modules/ledger/lib/period"
import { paging } from "../../access/validate-query"
import { PrintQuery } from "../../receipts/document"

const day = z.string().refine(isDay, "must be a day like 2026-11-21")

export const ListReceipts = z.object({
  ...paging,
  /** A part of the number. */
  q: z.string().trim().max(30).optional(),
  kind: z.enum(["sale", "refund"]).optional(),
  order_id: z.string().max(100).optional(),
  /** Days of issue in Tashkent, both included. */
  from: day.optional(),
  to: day.optional(),
})
export const PrintInvoice = z.object({ ...PrintQuery.shape, format: z.enum(["pdf", "html"]).default("pdf") })

export type ListReceiptsQuery = z.infer<typeof ListReceipts>
export type PrintInvoiceQuery = z.infer<typeof PrintInvoice>
