import { MedusaResponse } from "@medusajs/framework/http"
import { listGrants } from "../../../workflows/access/queries"
import { MerchantRequest } from "../../access/standing"
import { ListGrantsQuery } from "../access/validators"

/** The customers who may enter, newest first. */
export async function GET(req: MerchantRequest, res: MedusaResponse) {
  const { limit, offset, q } = req.validatedQuery as ListGrantsQuery
  const wanted = { company_id: req.company.id, limit, offset, q }
  res.json({ ...(await listGrants(req.scope, wanted)), offset, limit })
}
