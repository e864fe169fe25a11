import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { companyPage } from "../../../../workflows/company/queries/company-page"
import { customerOf } from "../../../access/shopper"

export async function GET(req: MedusaRequest, res: MedusaResponse) {
  res.json({ company: await companyPage(req.scope, req.params.id, customerOf(req)) })
}
