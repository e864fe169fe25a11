import { z } from "@medusajs/framework/zod"
import { paging } from "../../access/validate-query"
import { PrintQuery } from "../../receipts/document"

export const ListReceipts = z.object({
  ...paging,
  /** A part of the number. */
  q: z.string().trim().max(30).optional(),
  kind: z.enum(["sale", "refund"]).optional(),
  order_id: z.string().max(100).optional(),
})
export const PrintInvoice = z.object({ ...PrintQuery.shape, format: z.enum(["pdf", "html"]).default("pdf") })

export type ListReceiptsQuery = z.infer<typeof ListReceipts>
export type PrintInvoiceQuery = z.infer<typeof PrintInvoice>
