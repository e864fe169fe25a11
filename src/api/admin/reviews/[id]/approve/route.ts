import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { approveReview } from "../../../../../workflows/rating"
import { findAdminReview } from "../../../../../workflows/rating/queries/desk-reviews"
import { ApproveBody } from "../../validators"

export async function POST(req: AuthenticatedMedusaRequest<ApproveBody>, res: MedusaResponse) {
  const { id } = req.params
  await approveReview(req.scope, { id, user_id: req.auth_context.actor_id, ...req.validatedBody })
  res.json({ review: await findAdminReview(req.scope, id) })
}
