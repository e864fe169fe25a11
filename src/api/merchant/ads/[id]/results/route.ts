import { MedusaResponse } from "@medusajs/framework/http"
import { adResults } from "../../../../../workflows/ad/queries/results"
import { MerchantRequest } from "../../../../access/standing"
import { ResultsQuery } from "../../validators"

export async function GET(req: MerchantRequest, res: MedusaResponse) {
  const ad = { id: req.params.id, company_id: req.company.id }
  res.json({ results: await adResults(req.scope, ad, req.validatedQuery as ResultsQuery) })
}
