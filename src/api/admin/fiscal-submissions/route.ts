import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listSubmissions } from "../../../workflows/receipt/queries/submissions"
import { ListSubmissionsQuery } from "./validators"

/** How the fiscal data of payments stand, newest first. */
export async function GET(req: MedusaRequest, res: MedusaResponse) {
  const query = req.validatedQuery as ListSubmissionsQuery
  const { fiscal_submissions, count } = await listSubmissions(req.scope, query)
  res.json({ fiscal_submissions, count, offset: query.offset, limit: query.limit })
}
