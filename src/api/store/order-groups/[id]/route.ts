import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { findOrderGroup } from "../../../../workflows/order-group/queries"
import { ReadOrderGroupQuery } from "../validators"

/** One order group: for its own shopper, or for whoever holds its token (also in place of the id). */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const { token, provider_id, ...payment } = req.validatedQuery as ReadOrderGroupQuery
  const reader = { id: req.params.id, token, customer_id: req.auth_context?.actor_id }
  res.json({ order_group: await findOrderGroup(req.scope, reader, { ...payment, ask: provider_id }) })
}
