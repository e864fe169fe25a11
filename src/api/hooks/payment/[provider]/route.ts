import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { receivePaymentEvent } from "../../../../workflows/prepaid/webhook"

/**
 * Takes the place of Medusa's webhook route, whose handler completes carts by itself. Core's entry for this path keeps the
 * raw body, which the signature is made of.
 */
export async function POST(req: MedusaRequest, res: MedusaResponse) {
  const { body, rawBody, headers } = req
  const outcome = await receivePaymentEvent(req.scope, {
    provider: req.params.provider,
    payload: { data: body as Record<string, unknown>, rawData: rawBody as Buffer, headers },
  })
  res.json({ received: true, outcome })
}
