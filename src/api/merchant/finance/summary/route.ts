import { MedusaResponse } from "@medusajs/framework/http"
import { financeSummary } from "../../../../workflows/finance"
import { withoutCost } from "../../../../workflows/finance/lib/without-cost"
import { MerchantRequest } from "../../../access/standing"
import { FinanceSummaryQuery } from "../validators"

/** What a period came to. */
export async function GET(req: MerchantRequest, res: MedusaResponse) {
  const query = req.validatedQuery as FinanceSummaryQuery
  const { summary } = await financeSummary(req.scope, { ...query, company_id: req.company.id })
  res.json({ summary: req.permissions.includes("listing:cost") ? summary : withoutCost(summary) })
}
