import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { addToLikeList } from "../../../../../workflows/like"
import { LikeProductBody } from "../../../likes/validators"

export async function POST(req: AuthenticatedMedusaRequest<LikeProductBody>, res: MedusaResponse) {
  const { product_id } = req.validatedBody
  const input = { id: req.params.id, customer_id: req.auth_context.actor_id, product_id }
  res.json({ like_list: await addToLikeList(req.scope, input) })
}
