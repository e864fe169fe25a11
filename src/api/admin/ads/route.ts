import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { createHouseAd } from "../../../workflows/ad"
import { listAds } from "../../../workflows/ad/queries/ads"
import { factsOf, whatOf } from "../../merchant/ads/sent"
import { NewHouseAdBody } from "../../merchant/ads/validators"
import { answerAnyAd } from "./answer-ad"
import { ListAnyAdsQuery } from "./validators"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const { limit, offset, status, ...rest } = req.validatedQuery as ListAnyAdsQuery
  const filter = status === "pending" ? { ...rest, is_waiting: true } : { ...rest, status }
  const { ads, count } = await listAds(req.scope, filter, { limit, offset })
  res.json({ ads, count, offset, limit })
}

export async function POST(req: AuthenticatedMedusaRequest<NewHouseAdBody>, res: MedusaResponse) {
  const body = req.validatedBody
  const { id } = await createHouseAd(req.scope, req.auth_context.actor_id, factsOf(body), whatOf(body))
  await answerAnyAd(req, res, id, 201)
}
