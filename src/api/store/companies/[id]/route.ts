import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { findPublicCompany } from "../../../../workflows/company/queries"

export async function GET(req: MedusaRequest, res: MedusaResponse) {
  res.json({ company: await findPublicCompany(req.scope, req.params.id) })
}
