import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listFollows } from "../../../workflows/like/queries"
import { ListLikesQuery } from "../likes/validators"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const page = req.validatedQuery as ListLikesQuery
  const found = await listFollows(req.scope, req.auth_context.actor_id, page)
  res.json({ ...found, offset: page.offset, limit: page.limit })
}
