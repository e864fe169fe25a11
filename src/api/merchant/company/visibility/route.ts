import { MedusaResponse } from "@medusajs/framework/http"
import { changeVisibility } from "../../../../workflows/access"
import { accessOf } from "../../../../workflows/access/queries"
import { MerchantRequest } from "../../../access/standing"
import { ChangeVisibilityBody } from "../../access/validators"

export async function POST(req: MerchantRequest<ChangeVisibilityBody>, res: MedusaResponse) {
  await changeVisibility(req.scope, { ...req.validatedBody, company_id: req.company.id })
  res.json({ access: await accessOf(req.scope, req.company.id) })
}
