import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { addReviewPhotos } from "../../../../../workflows/rating"
import { findOwnReview } from "../../../../../workflows/rating/queries/own-reviews"
import { authorOf } from "../../author-of"
import { photosOf } from "../../read-photos"

export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  await addReviewPhotos(req.scope, authorOf(req), photosOf(req))
  res.status(201).json({ review: await findOwnReview(req.scope, authorOf(req)) })
}
