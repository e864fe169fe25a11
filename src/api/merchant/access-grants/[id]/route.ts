import { MedusaResponse } from "@medusajs/framework/http"
import { revokeAccess } from "../../../../workflows/access"
import { MerchantRequest } from "../../../access/standing"

export async function DELETE(req: MerchantRequest, res: MedusaResponse) {
  const { id } = req.params
  await revokeAccess(req.scope, { company_id: req.company.id, id })
  res.json({ id, object: "access_grant", deleted: true })
}
