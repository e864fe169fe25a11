import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { followCompany } from "../../../../../workflows/like"

const follow = (is_following: boolean) => async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const input = { company_id: req.params.id, customer_id: req.auth_context.actor_id, is_following }
  res.json({ follow: await followCompany(req.scope, input) })
}

export const POST = follow(true)
export const DELETE = follow(false)
