import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { printVerification } from "../../../../workflows/receipt/print"
import { findByVerifyToken } from "../../../../workflows/receipt/queries/receipts"
import { sendPrinted, wishesOf } from "../../document"

/** The page behind a receipt's QR code: outside `/store`, because a telephone's camera sends no publishable key. */
export async function GET(req: MedusaRequest, res: MedusaResponse) {
  const receipt = await findByVerifyToken(req.scope, req.params.token)
  res.status(receipt ? 200 : 404)
  sendPrinted(res, await printVerification(receipt, wishesOf(req)))
}
