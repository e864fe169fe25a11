import { MedusaResponse } from "@medusajs/framework/http"
import { createAd } from "../../../workflows/ad"
import { listAds } from "../../../workflows/ad/queries/ads"
import { MerchantRequest } from "../../access/standing"
import { answerAd } from "./answer-ad"
import { factsOf, whatOf } from "./sent"
import { ListAdsQuery, NewAdBody } from "./validators"

export async function GET(req: MerchantRequest, res: MedusaResponse) {
  const { limit, offset, ...filter } = req.validatedQuery as ListAdsQuery
  const company_id = req.company.id
  const { ads, count } = await listAds(req.scope, { ...filter, company_id }, { limit, offset })
  res.json({ ads, count, offset, limit })
}

export async function POST(req: MerchantRequest<NewAdBody>, res: MedusaResponse) {
  const by = { company_id: req.company.id, user_id: req.auth_context.actor_id }
  const body = req.validatedBody
  const { id } = await createAd(req.scope, by, factsOf(body), whatOf(body))
  await answerAd(req, res, id, 201)
}
