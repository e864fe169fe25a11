import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { takeFromLikeList } from "../../../../../../workflows/like"

export async function DELETE(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const { id, product_id } = req.params
  const input = { id, customer_id: req.auth_context.actor_id, product_id }
  res.json({ like_list: await takeFromLikeList(req.scope, input) })
}
