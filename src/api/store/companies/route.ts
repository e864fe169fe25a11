import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listPublicCompanies } from "../../../workflows/company/queries"
import { customerOf } from "../../access/shopper"
import { ListCompaniesQuery } from "./validators"

/** The market's companies, and among them the private ones that have let this shopper in. */
export async function GET(req: MedusaRequest, res: MedusaResponse) {
  const { limit, offset, q } = req.validatedQuery as ListCompaniesQuery
  const wanted = { limit, offset, q, customer_id: customerOf(req) }
  const { companies, count } = await listPublicCompanies(req.scope, wanted)
  res.json({ companies, count, offset, limit })
}
