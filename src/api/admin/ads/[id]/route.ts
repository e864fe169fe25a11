import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { changeHouseAd } from "../../../../workflows/ad"
import { changesOf } from "../../../merchant/ads/sent"
import { AdBody } from "../../../merchant/ads/validators"
import { answerAnyAd } from "../answer-ad"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  await answerAnyAd(req, res)
}

export async function POST(req: AuthenticatedMedusaRequest<AdBody>, res: MedusaResponse) {
  const { id } = req.params
  await changeHouseAd(req.scope, req.auth_context.actor_id, id, changesOf(req.validatedBody))
  await answerAnyAd(req, res)
}
