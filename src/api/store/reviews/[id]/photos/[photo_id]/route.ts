import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { removeReviewPhoto } from "../../../../../../workflows/rating"
import { findOwnReview } from "../../../../../../workflows/rating/queries/own-reviews"
import { authorOf } from "../../../author-of"

export async function DELETE(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  await removeReviewPhoto(req.scope, { ...authorOf(req), photo_id: req.params.photo_id })
  res.json({ review: await findOwnReview(req.scope, authorOf(req)) })
}
