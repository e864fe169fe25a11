import { MedusaResponse } from "@medusajs/framework/http"
import { replyToReview } from "../../../../../workflows/rating"
import { findMerchantReview } from "../../../../../workflows/rating/queries/desk-reviews"
import { MerchantRequest } from "../../../../access/standing"
import { ReplyBody } from "../../validators"

async function answer(req: MerchantRequest, res: MedusaResponse, text: string | null) {
  const { id } = req.params
  const company_id = req.company.id
  await replyToReview(req.scope, { id, company_id, user_id: req.auth_context.actor_id, text })
  res.json({ review: await findMerchantReview(req.scope, company_id, id) })
}

export async function POST(req: MerchantRequest<ReplyBody>, res: MedusaResponse) {
  await answer(req, res, req.validatedBody.text)
}

export async function DELETE(req: MerchantRequest, res: MedusaResponse) {
  await answer(req, res, null)
}
