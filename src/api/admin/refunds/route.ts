import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listRefunds } from "../../../workflows/refund/queries"
import { ListRefundsQuery } from "./validators"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const query = req.validatedQuery as ListRefundsQuery
  const { refunds, count } = await listRefunds(req.scope, query)
  res.json({ refunds, count, offset: query.offset, limit: query.limit })
}
