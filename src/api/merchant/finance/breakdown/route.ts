import { MedusaResponse } from "@medusajs/framework/http"
import { financeBreakdown } from "../../../../workflows/finance/queries/breakdown"
import { MerchantRequest } from "../../../access/standing"
import { FinanceBreakdownQuery } from "../validators"

export async function GET(req: MerchantRequest, res: MedusaResponse) {
  const query = req.validatedQuery as FinanceBreakdownQuery
  const shows_cost = req.permissions.includes("listing:cost")
  res.json(await financeBreakdown(req.scope, { ...query, company_id: req.company.id, shows_cost }))
}
