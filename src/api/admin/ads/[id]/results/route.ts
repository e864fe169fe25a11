import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { adResults } from "../../../../../workflows/ad/queries/results"
import { ResultsQuery } from "../../../../merchant/ads/validators"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  res.json({
    results: await adResults(req.scope, { id: req.params.id }, req.validatedQuery as ResultsQuery),
  })
}
