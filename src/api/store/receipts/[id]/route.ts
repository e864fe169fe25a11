import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { presentWithLines } from "../../../../workflows/receipt/queries/present"
import { findReceipt } from "../../../../workflows/receipt/queries/receipts"
import { baseUrlOf } from "../../../receipts/document"
import { readerOf } from "../reader"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const receipt = await findReceipt(req.scope, readerOf(req), req.params.id)
  res.json({ receipt: presentWithLines(receipt, baseUrlOf(req)) })
}
