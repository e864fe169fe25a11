import { MedusaResponse } from "@medusajs/framework/http"
import { listMerchantReviews } from "../../../workflows/rating/queries/desk-reviews"
import { MerchantRequest } from "../../access/standing"
import { ListReviewsQuery } from "./validators"

export async function GET(req: MerchantRequest, res: MedusaResponse) {
  const query = req.validatedQuery as ListReviewsQuery
  const { offset, limit } = query
  res.json({ ...(await listMerchantReviews(req.scope, req.company.id, query)), offset, limit })
}
