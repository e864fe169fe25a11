import { MedusaResponse } from "@medusajs/framework/http"
import { slowGoods } from "../../../../workflows/finance/queries/slow-goods"
import { MerchantRequest } from "../../../access/standing"
import { SlowGoodsQuery } from "../validators"

export async function GET(req: MerchantRequest, res: MedusaResponse) {
  const query = req.validatedQuery as SlowGoodsQuery
  const shows_cost = req.permissions.includes("listing:cost")
  const page = await slowGoods(req.scope, { ...query, company_id: req.company.id, shows_cost })
  res.json({ ...page, offset: query.offset, limit: query.limit })
}
