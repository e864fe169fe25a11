import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listTransactions } from "../../../workflows/gateway/queries"
import { ListTransactionsQuery } from "./validators"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const query = req.validatedQuery as ListTransactionsQuery
  const { gateway_transactions, count } = await listTransactions(req.scope, query)
  res.json({ gateway_transactions, count, offset: query.offset, limit: query.limit })
}
