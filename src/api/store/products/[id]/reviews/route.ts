import { AuthenticatedMedusaRequest, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { writeReview } from "../../../../../workflows/rating"
import { findOwnReview } from "../../../../../workflows/rating/queries/own-reviews"
import { listProductReviews } from "../../../../../workflows/rating/queries/product-reviews"
import { customerOf } from "../../../../access/shopper"
import { contentOf } from "../../../reviews/content-of"
import { ListReviewsQuery, WriteReviewBody } from "../../../reviews/validators"

export async function GET(req: MedusaRequest, res: MedusaResponse) {
  const query = req.validatedQuery as ListReviewsQuery
  const who = { product_id: req.params.id, customer_id: customerOf(req) }
  const { offset, limit } = query
  const { reviews, count, summary } = await listProductReviews(req.scope, { ...query, ...who })
  res.json({ reviews, count, offset, limit, summary })
}

export async function POST(req: AuthenticatedMedusaRequest<WriteReviewBody>, res: MedusaResponse) {
  const customer_id = req.auth_context.actor_id
  const content = contentOf(req)
  const id = await writeReview(req.scope, { product_id: req.params.id, customer_id, content })
  res.status(201).json({ review: await findOwnReview(req.scope, { id, customer_id }) })
}
