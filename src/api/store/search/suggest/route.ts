import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { searchOwner } from "../../../../workflows/search-log"
import { admitSuggesting, suggest } from "../../../../workflows/search-log/suggest"
import { customerOf, shopperOf } from "../../../access/shopper"
import { adLocale } from "../../ads/visitor"
import { channelsOf } from "../../guards/channel"
import { SuggestQuery } from "./validators"

export async function GET(req: MedusaRequest, res: MedusaResponse) {
  const { q, limit } = req.validatedQuery as SuggestQuery
  await admitSuggesting(req.ip)
  const owner_id = await searchOwner(req.scope, shopperOf(req))
  const caller = {
    locale: adLocale(req),
    channel_ids: channelsOf(req),
    customer_id: customerOf(req),
    owner_id,
  }
  res.setHeader("cache-control", "private, no-store")
  res.json(await suggest(req.scope, { q, limit, ...caller }))
}
