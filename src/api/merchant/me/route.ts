import { MedusaResponse } from "@medusajs/framework/http"
import { Modules } from "@medusajs/framework/utils"
import { COMPANY_MODULE } from "../../../modules/company"
import CompanyModuleService from "../../../modules/company/service"
import { MerchantRequest } from "../../access/standing"

/** Who is signed in: their companies with role and permissions, and the invitations that wait for them. */
export async function GET(req: MerchantRequest, res: MedusaResponse) {
  const user = await req.scope.resolve(Modules.USER).retrieveUser(req.auth_context.actor_id)
  const invitations = await req.scope.resolve<CompanyModuleService>(COMPANY_MODULE).invitationsTo(user.email)
  res.json({
    user: { id: user.id, email: user.email, first_name: user.first_name, last_name: user.last_name },
    is_operator: req.standing.is_operator,
    memberships: req.standing.memberships.map(({ member_id, company_id, ...company }) => ({
      id: member_id,
      company_id,
      company: {
        id: company_id,
        name: company.company_name,
        handle: company.company_handle,
        status: company.company_status,
      },
      role: company.role,
      role_id: company.role_id,
      role_name: company.role_name,
      permissions: company.permissions,
    })),
    invitations,
  })
}
