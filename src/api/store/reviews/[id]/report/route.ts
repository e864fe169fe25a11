import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { reportReview } from "../../../../../workflows/rating"
import { authorOf } from "../../author-of"
import { ReportBody } from "../../validators"

/** The answer says nothing of what others have reported. */
export async function POST(req: AuthenticatedMedusaRequest<ReportBody>, res: MedusaResponse) {
  await reportReview(req.scope, { ...authorOf(req), ...req.validatedBody })
  res.json({ review: { id: req.params.id, is_reported: true } })
}
