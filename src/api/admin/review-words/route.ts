import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ratingsOf } from "../../../workflows/rating"
import { listWords } from "../../../workflows/rating/queries/words"
import { AddWordBody, ListWordsQuery } from "../reviews/validators"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const { limit, offset } = req.validatedQuery as ListWordsQuery
  res.json({ ...(await listWords(req.scope, { limit, offset })), offset, limit })
}

export async function POST(req: AuthenticatedMedusaRequest<AddWordBody>, res: MedusaResponse) {
  const { word } = req.validatedBody
  const review_word = await ratingsOf(req.scope).addWord({ word, created_by: req.auth_context.actor_id })
  res.status(201).json({ review_word })
}
