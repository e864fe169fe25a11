import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { likesOf, renameLikeList } from "../../../../workflows/like"
import { readLikeList } from "../../../../workflows/like/queries"
import { ListLikesQuery, SaveLikeListBody } from "../../likes/validators"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const { limit, offset } = req.validatedQuery as ListLikesQuery
  const input = { id: req.params.id, customer_id: req.auth_context.actor_id, limit, offset }
  const { list, items, count } = await readLikeList(req.scope, input)
  res.json({ like_list: { ...list, items }, count, offset, limit })
}

export async function POST(req: AuthenticatedMedusaRequest<SaveLikeListBody>, res: MedusaResponse) {
  const input = {
    id: req.params.id,
    customer_id: req.auth_context.actor_id,
    name: req.validatedBody.name,
  }
  res.json({ like_list: await renameLikeList(req.scope, input) })
}

export async function DELETE(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const { id } = req.params
  await likesOf(req.scope).dropList({ id, customer_id: req.auth_context.actor_id })
  res.json({ id, object: "like_list", deleted: true })
}
