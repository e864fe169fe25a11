import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { financeSummary } from "../../../../workflows/finance"
import { MarketSummaryQuery } from "../validators"

/** What a period came to for the whole market, or for one company of it; and for each. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const { company_id = null, ...query } = req.validatedQuery as MarketSummaryQuery
  res.json(await financeSummary(req.scope, { ...query, company_id }))
}
