import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listOwnReviews } from "../../../workflows/rating/queries/own-reviews"
import { ListOwnQuery } from "./validators"

/** One's own reviews, newest first. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const { limit, offset } = req.validatedQuery as ListOwnQuery
  const found = await listOwnReviews(req.scope, req.auth_context.actor_id, { limit, offset })
  res.json({ ...found, offset, limit })
}
