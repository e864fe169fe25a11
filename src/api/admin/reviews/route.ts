import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listAdminReviews } from "../../../workflows/rating/queries/desk-reviews"
import { ListReviewsQuery } from "./validators"

export async function GET(req: MedusaRequest, res: MedusaResponse) {
  const query = req.validatedQuery as ListReviewsQuery
  const { offset, limit } = query
  res.json({ ...(await listAdminReviews(req.scope, query)), offset, limit })
}
