import { MedusaResponse } from "@medusajs/framework/http"
import { printReceipt } from "../../../../../workflows/receipt/print"
import { findReceipt } from "../../../../../workflows/receipt/queries/receipts"
import { MerchantRequest } from "../../../../access/standing"
import { baseUrlOf, sendPrinted, wishesOf } from "../../../../receipts/document"

export async function GET(req: MerchantRequest, res: MedusaResponse) {
  const receipt = await findReceipt(req.scope, { company_id: req.company.id }, req.params.id)
  const how = { wishes: wishesOf(req), format: "pdf" as const, base_url: baseUrlOf(req) }
  sendPrinted(res, await printReceipt(receipt, how))
}
