import { MedusaResponse } from "@medusajs/framework/http"
import { presentWithLines } from "../../../../workflows/receipt/queries/present"
import { findReceipt } from "../../../../workflows/receipt/queries/receipts"
import { MerchantRequest } from "../../../access/standing"
import { baseUrlOf } from "../../../receipts/document"

export async function GET(req: MerchantRequest, res: MedusaResponse) {
  const receipt = await findReceipt(req.scope, { company_id: req.company.id }, req.params.id)
  res.json({ receipt: presentWithLines(receipt, baseUrlOf(req)) })
}
