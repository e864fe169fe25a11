import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { findAdminReview } from "../../../../workflows/rating/queries/desk-reviews"

export async function GET(req: MedusaRequest, res: MedusaResponse) {
  res.json({ review: await findAdminReview(req.scope, req.params.id) })
}
