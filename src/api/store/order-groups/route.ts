import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listOrderGroups } from "../../../workflows/order-group/queries"
import { ListOrderGroupsQuery } from "./validators"

/** The signed-in shopper's own order groups, newest first. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const { limit, offset, ...payment } = req.validatedQuery as ListOrderGroupsQuery
  const customer_id = req.auth_context.actor_id
  const { order_groups, count } = await listOrderGroups(req.scope, { customer_id, limit, offset }, payment)
  res.json({ order_groups, count, offset, limit })
}
