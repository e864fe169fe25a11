import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { voteOnReview } from "../../../../../workflows/rating"
import { votesOf } from "../../../../../workflows/rating/queries/votes"
import { authorOf } from "../../author-of"
import { VoteBody } from "../../validators"

export async function POST(req: AuthenticatedMedusaRequest<VoteBody>, res: MedusaResponse) {
  await voteOnReview(req.scope, { ...authorOf(req), ...req.validatedBody })
  res.json({ review: await votesOf(req.scope, authorOf(req)) })
}
