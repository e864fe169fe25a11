import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { leaveCompany } from "../../../../workflows/access"
import { LeaveCompanyBody } from "../validators"

export async function POST(req: AuthenticatedMedusaRequest<LeaveCompanyBody>, res: MedusaResponse) {
  const { company_id } = req.validatedBody
  await leaveCompany(req.scope, { company_id, customer_id: req.auth_context.actor_id })
  res.json({ company_id, is_member: false })
}
