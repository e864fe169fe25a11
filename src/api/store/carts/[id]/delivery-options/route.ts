import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listDeliveryOptions } from "../../../../../workflows/checkout/queries"

/** The ways of delivery for each company whose goods lie in the cart, and which one is chosen. */
export async function GET(req: MedusaRequest, res: MedusaResponse) {
  res.json({ companies: await listDeliveryOptions(req.scope, req.params.id) })
}
