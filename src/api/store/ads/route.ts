import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { adsJson } from "../../../workflows/ad/serving"
import { ListAdsQuery } from "./validators"
import { adViewer } from "./visitor"

/** The answer is text already: every visit of a page asks for it, so it is not put together twice. */
export async function GET(req: MedusaRequest, res: MedusaResponse) {
  const { tokenOfNew, ...viewer } = adViewer(req)
  const ads = await adsJson(req.scope, { ...(req.validatedQuery as ListAdsQuery), ...viewer })
  const visitor = tokenOfNew ? `,"visitor_token":"${tokenOfNew()}"` : ""
  res.setHeader("content-type", "application/json; charset=utf-8")
  res.setHeader("cache-control", "no-store")
  res.end(`{"ads":${ads}${visitor}}`)
}
