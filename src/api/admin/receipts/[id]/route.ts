import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { presentWithLines } from "../../../../workflows/receipt/queries/present"
import { findReceipt } from "../../../../workflows/receipt/queries/receipts"
import { baseUrlOf } from "../../../receipts/document"

export async function GET(req: MedusaRequest, res: MedusaResponse) {
  const receipt = await findReceipt(req.scope, { is_operator: true }, req.params.id)
  res.json({ receipt: presentWithLines(receipt, baseUrlOf(req)) })
}
