import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { dismissReports } from "../../../../../workflows/rating"
import { findAdminReview } from "../../../../../workflows/rating/queries/desk-reviews"

export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const { id } = req.params
  await dismissReports(req.scope, { id, user_id: req.auth_context.actor_id })
  res.json({ review: await findAdminReview(req.scope, id) })
}
