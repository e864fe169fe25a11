import { MedusaResponse } from "@medusajs/framework/http"
import { submitAd } from "../../../../../workflows/ad"
import { MerchantRequest } from "../../../../access/standing"
import { answerAd } from "../../answer-ad"

export async function POST(req: MerchantRequest, res: MedusaResponse) {
  await submitAd(req.scope, req.company.id, req.params.id)
  await answerAd(req, res)
}
