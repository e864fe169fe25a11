import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { pauseAd } from "../../../../../workflows/ad"
import { answerAnyAd } from "../../answer-ad"

export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  await pauseAd(req.scope, null, req.params.id, false)
  await answerAnyAd(req, res)
}
