import { MedusaResponse } from "@medusajs/framework/http"
import { companyHome } from "../../../workflows/home"
import { MerchantRequest } from "../../access/standing"

export async function GET(req: MerchantRequest, res: MedusaResponse) {
  const { id: company_id, member_id } = req.company
  const home = await companyHome(req.scope, { company_id, member_id, permissions: req.permissions })
  res.json({ home })
}
