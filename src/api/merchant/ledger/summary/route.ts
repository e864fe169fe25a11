import { MedusaResponse } from "@medusajs/framework/http"
import { companyLedgerSummary } from "../../../../workflows/ledger"
import { MerchantRequest } from "../../../access/standing"
import { LedgerSummaryQuery } from "../validators"

/** What the company is owed, account by account and day by day. */
export async function GET(req: MerchantRequest, res: MedusaResponse) {
  const query = req.validatedQuery as LedgerSummaryQuery
  res.json(await companyLedgerSummary(req.scope, { ...query, company_id: req.company.id }))
}
