import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { printVerification } from "../../../../workflows/receipt/print"
import { findByVerifyToken } from "../../../../workflows/receipt/queries/receipts"
import { hiddenIds } from "../../../../workflows/store/hidden-ids"
import { customerOf } from "../../../access/shopper"
import { sendPrinted, wishesOf } from "../../document"

/** The page behind a receipt's QR code: outside `/store`, because a telephone's camera sends no publishable key. */
export async function GET(req: MedusaRequest, res: MedusaResponse) {
  const { token } = req.params
  const found = await findByVerifyToken(req.scope, token)
  const [hidden] = await hiddenIds(req.scope, ["receipt_token"], [token], customerOf(req))
  const receipt = hidden ? null : found
  res.status(receipt ? 200 : 404)
  sendPrinted(res, await printVerification(receipt, wishesOf(req)))
}
