import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { startLikeList } from "../../../workflows/like"
import { listLikeLists } from "../../../workflows/like/queries"
import { ListLikesQuery, SaveLikeListBody } from "../likes/validators"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const page = req.validatedQuery as ListLikesQuery
  const found = await listLikeLists(req.scope, req.auth_context.actor_id, page)
  res.json({ ...found, offset: page.offset, limit: page.limit })
}

export async function POST(req: AuthenticatedMedusaRequest<SaveLikeListBody>, res: MedusaResponse) {
  const input = { customer_id: req.auth_context.actor_id, name: req.validatedBody.name }
  res.status(201).json({ like_list: await startLikeList(req.scope, input) })
}
