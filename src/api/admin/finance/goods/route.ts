import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { financeGoods } from "../../../../workflows/finance/queries/goods"
import { MarketGoodsQuery } from "../validators"

/** Goods of the whole market, or of one company of it. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const { company_id = null, ...query } = req.validatedQuery as MarketGoodsQuery
  const page = await financeGoods(req.scope, { ...query, company_id, shows_cost: true })
  res.json({ ...page, offset: query.offset, limit: query.limit })
}
