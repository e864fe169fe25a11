import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { notFound } from "../../../../../lib/errors"
import { printVerification } from "../../../../../workflows/receipt/print"
import { presentVerification } from "../../../../../workflows/receipt/queries/present"
import { findByVerifyToken } from "../../../../../workflows/receipt/queries/receipts"
import { sendPrinted, wishesOf } from "../../../../receipts/document"

/** Proof of a receipt for whoever holds its secret: JSON, or a page for a browser. */
export async function GET(req: MedusaRequest, res: MedusaResponse) {
  const receipt = await findByVerifyToken(req.scope, req.params.token)
  if (!receipt) {
    throw notFound("Receipt", req.params.token)
  }
  if (req.accepts(["json", "html"]) === "html") {
    return sendPrinted(res, await printVerification(receipt, wishesOf(req)))
  }
  res.json({ receipt: presentVerification(receipt) })
}
