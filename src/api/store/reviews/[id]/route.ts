import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { editReview, removeReview } from "../../../../workflows/rating"
import { findOwnReview } from "../../../../workflows/rating/queries/own-reviews"
import { authorOf } from "../author-of"
import { contentOf } from "../content-of"
import { WriteReviewBody } from "../validators"

export async function POST(req: AuthenticatedMedusaRequest<WriteReviewBody>, res: MedusaResponse) {
  await editReview(req.scope, { ...authorOf(req), content: contentOf(req) })
  res.json({ review: await findOwnReview(req.scope, authorOf(req)) })
}

export async function DELETE(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  await removeReview(req.scope, authorOf(req))
  res.json({ id: req.params.id, object: "review", deleted: true })
}
