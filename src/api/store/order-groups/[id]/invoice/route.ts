import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { printInvoice } from "../../../../../workflows/receipt/print"
import { groupInvoice } from "../../../../../workflows/receipt/queries/invoice"
import { sendPrinted, wishesOf } from "../../../../receipts/document"
import { orderTokenOf } from "../../../receipts/reader"
import { PrintInvoiceQuery } from "../../../receipts/validators"

/** What was ordered in one checkout: for its own shopper, or for whoever holds its token. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const { lang, format } = req.validatedQuery as PrintInvoiceQuery
  const reader = { id: req.params.id, token: orderTokenOf(req), customer_id: req.auth_context?.actor_id }
  const invoice = await groupInvoice(req.scope, reader, lang)
  sendPrinted(res, await printInvoice(invoice, wishesOf(req), format))
}
