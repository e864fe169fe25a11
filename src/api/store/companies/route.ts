import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listPublicCompanies } from "../../../workflows/company/queries"
import { ListCompaniesQuery } from "./validators"

export async function GET(req: MedusaRequest, res: MedusaResponse) {
  const { limit, offset, q } = req.validatedQuery as ListCompaniesQuery
  const { companies, count } = await listPublicCompanies(req.scope, { limit, offset, q })
  res.json({ companies, count, offset, limit })
}
