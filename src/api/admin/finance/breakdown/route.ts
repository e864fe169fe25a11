import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { financeBreakdown } from "../../../../workflows/finance/queries/breakdown"
import { MarketBreakdownQuery } from "../validators"

/** Sales of the whole market, or of one company of it, by something. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const { company_id = null, ...query } = req.validatedQuery as MarketBreakdownQuery
  res.json(await financeBreakdown(req.scope, { ...query, company_id, shows_cost: true }))
}
