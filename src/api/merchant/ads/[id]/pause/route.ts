import { MedusaResponse } from "@medusajs/framework/http"
import { pauseAd } from "../../../../../workflows/ad"
import { MerchantRequest } from "../../../../access/standing"
import { answerAd } from "../../answer-ad"

export async function POST(req: MerchantRequest, res: MedusaResponse) {
  await pauseAd(req.scope, req.company.id, req.params.id, true)
  await answerAd(req, res)
}
