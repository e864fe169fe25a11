import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { rejectReview } from "../../../../../workflows/rating"
import { findAdminReview } from "../../../../../workflows/rating/queries/desk-reviews"
import { RejectBody } from "../../validators"

export async function POST(req: AuthenticatedMedusaRequest<RejectBody>, res: MedusaResponse) {
  const { id } = req.params
  await rejectReview(req.scope, { id, user_id: req.auth_context.actor_id, ...req.validatedBody })
  res.json({ review: await findAdminReview(req.scope, id) })
}
