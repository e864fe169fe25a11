import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listWaiting } from "../../../../workflows/rating/queries/own-reviews"
import { ListOwnQuery } from "../validators"

/** Goods that one has and may still review, latest delivery first. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const { limit, offset } = req.validatedQuery as ListOwnQuery
  const found = await listWaiting(req.scope, req.auth_context.actor_id, { limit, offset })
  res.json({ ...found, offset, limit })
}
