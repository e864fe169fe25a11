import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { printReceipt } from "../../../../../workflows/receipt/print"
import { findReceipt } from "../../../../../workflows/receipt/queries/receipts"
import { baseUrlOf, sendPrinted, wishesOf } from "../../../../receipts/document"
import { readerOf } from "../../reader"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const receipt = await findReceipt(req.scope, readerOf(req), req.params.id)
  const how = { wishes: wishesOf(req), format: "pdf" as const, base_url: baseUrlOf(req) }
  sendPrinted(res, await printReceipt(receipt, how))
}
