import { z } from "@medusajs/framework/zod"
import { paging } from "../../access/validate-query"
import { PrintQuery } from "../../receipts/document"

/** Secret of an order group: a guest's key to what belongs to it (also as the header `x-order-token`). */
const token = { token: z.string().max(100).optional() }

export const ListReceipts = z.object({
  ...paging,
  ...token,
  order_group_id: z.string().max(100).optional(),
  order_id: z.string().max(100).optional(),
  kind: z.enum(["sale", "refund"]).optional(),
})
export const ReadReceipt = z.object({ ...PrintQuery.shape, ...token })
export const PrintInvoice = z.object({ ...ReadReceipt.shape, format: z.enum(["pdf", "html"]).default("pdf") })

export type ListReceiptsQuery = z.infer<typeof ListReceipts>
export type ReadReceiptQuery = z.infer<typeof ReadReceipt>
export type PrintInvoiceQuery = z.infer<typeof PrintInvoice>
