import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { answerUzumCheckout } from "../../../../workflows/uzum-checkout"
import { readBody } from "../../read-body"

/** A callback names an order and little more. */
const BODY_LIMIT = 64 * 1024

/** Payment, receipt and event callbacks of Uzum Checkout; the token stands in the address given to Uzum. */
export async function POST(req: MedusaRequest, res: MedusaResponse) {
  const body = await readBody(req, BODY_LIMIT)
  const status = await answerUzumCheckout(req.scope, { token: req.params.token, body })
  res.status(status).json(status === 200 ? { status: "ok" } : { message: "Not found" })
}
