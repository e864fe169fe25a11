import { MedusaResponse } from "@medusajs/framework/http"
import { listStatements } from "../../../workflows/settlement"
import { MerchantRequest } from "../../access/standing"
import { ListSettlementsQuery } from "./validators"

export async function GET(req: MerchantRequest, res: MedusaResponse) {
  const query = req.validatedQuery as ListSettlementsQuery
  res.json(await listStatements(req.scope, { ...query, company_id: req.company.id }))
}
