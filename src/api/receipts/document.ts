import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { SHEET_HEADERS } from "../../documents"
import { RECEIPT_MODULE } from "../../modules/receipt"
import ReceiptModuleService from "../../modules/receipt/service"
import { Printed, Wishes } from "../../workflows/receipt/print"

/** Query of everything that is printed. */
export const PrintQuery = z.object({ lang: z.enum(["uz", "ru", "en"]).optional() })
export type PrintQuery = z.infer<typeof PrintQuery>

/** Query of a printed receipt: on a sheet, or on the roll of a till. */
export const PrintReceiptQuery = z.object({
  ...PrintQuery.shape,
  paper: z.enum(["a4", "80mm"]).default("a4"),
})
export type PrintReceiptQuery = z.infer<typeof PrintReceiptQuery>

/** The market's public address: the setting, else where the request came to. */
export function baseUrlOf(req: MedusaRequest): string {
  const { options } = req.scope.resolve<ReceiptModuleService>(RECEIPT_MODULE)
  return options.receipt.base_url ?? `${req.protocol}://${req.get("host")}`
}

/** The languages that a request asks for. */
export function wishesOf(req: MedusaRequest): Wishes {
  return { asked: (req.validatedQuery as PrintQuery).lang, accepted: req.get("accept-language") }
}

/** Answers a printed document, to be looked at where it is. */
export function sendPrinted(res: MedusaResponse, { name, format, body }: Printed): void {
  const isPdf = format === "pdf"
  res.set(isPdf ? { "cache-control": SHEET_HEADERS["cache-control"] } : SHEET_HEADERS)
  res.set("content-type", isPdf ? "application/pdf" : "text/html; charset=utf-8")
  res.set("content-disposition", `inline; filename="${name.replace(/[^\w.-]/g, "_")}.${format}"`)
  res.send(body)
}
