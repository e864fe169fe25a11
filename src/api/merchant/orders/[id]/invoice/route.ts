import { MedusaResponse } from "@medusajs/framework/http"
import { printInvoice } from "../../../../../workflows/receipt/print"
import { companyInvoice } from "../../../../../workflows/receipt/queries/invoice"
import { MerchantRequest } from "../../../../access/standing"
import { sendPrinted, wishesOf } from "../../../../receipts/document"
import { PrintInvoiceQuery } from "../../../receipts/validators"

/** What was ordered from the company; by order id or short code. */
export async function GET(req: MerchantRequest, res: MedusaResponse) {
  const { format } = req.validatedQuery as PrintInvoiceQuery
  const invoice = await companyInvoice(req.scope, { company_id: req.company.id, id: req.params.id })
  sendPrinted(res, await printInvoice(invoice, wishesOf(req), format))
}
