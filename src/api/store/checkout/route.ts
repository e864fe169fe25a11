import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { answerOf, keyOf, placeExpress } from "../../../workflows/express-checkout"
import { basketOf } from "./basket-of"
import { CheckoutBody } from "./validators"

/** A whole checkout in one call; the answer is that of completing a cart. */
export async function POST(req: MedusaRequest<CheckoutBody>, res: MedusaResponse) {
  const key = keyOf(req.get("idempotency-key"), req.validatedBody.idempotency_key)
  const placed = await placeExpress(req.scope, basketOf(req), key)
  res.json({ type: "order", ...(await answerOf(req.scope, placed.id, req.queryConfig.fields)) })
}
