import { MedusaResponse } from "@medusajs/framework/http"
import { findStatement } from "../../../../workflows/settlement"
import { MerchantRequest } from "../../../access/standing"

export async function GET(req: MerchantRequest, res: MedusaResponse) {
  res.json({ settlement: await findStatement(req.scope, { id: req.params.id, company_id: req.company.id }) })
}
