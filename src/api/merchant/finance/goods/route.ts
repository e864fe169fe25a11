import { MedusaResponse } from "@medusajs/framework/http"
import { financeGoods } from "../../../../workflows/finance/queries/goods"
import { MerchantRequest } from "../../../access/standing"
import { FinanceGoodsQuery } from "../validators"

export async function GET(req: MerchantRequest, res: MedusaResponse) {
  const query = req.validatedQuery as FinanceGoodsQuery
  const shows_cost = req.permissions.includes("listing:cost")
  const page = await financeGoods(req.scope, { ...query, company_id: req.company.id, shows_cost })
  res.json({ ...page, offset: query.offset, limit: query.limit })
}
