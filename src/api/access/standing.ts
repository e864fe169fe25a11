import { AuthenticatedMedusaRequest, MedusaRequest } from "@medusajs/framework/http"
import { COMPANY_MODULE } from "../../modules/company"
import { Permission, Role } from "../../modules/company/lib/permissions"
import { CompanyStatus } from "../../modules/company/lib/status"
import CompanyModuleService, { Standing } from "../../modules/company/service"

/** The company a merchant request acts for. It comes from the membership alone, never from body or query. */
export type CompanyScope = {
  id: string
  name: string
  status: CompanyStatus
  member_id: string
  /** Null for somebody with a role of the company's own. What they may do is `req.permissions`, never read from this. */
  role: Role | null
  role_id: string | null
  role_name: string | null
}

/** A request under `/merchant` after its guard. */
export type MerchantRequest<Body = unknown> = AuthenticatedMedusaRequest<Body> & {
  standing: Standing
  company: CompanyScope
  permissions: Permission[]
}

/** Operator grant and memberships of a signed-in user: one statement, asked anew on every request. */
export function standingOf(req: MedusaRequest, userId: string): Promise<Standing> {
  return req.scope.resolve<CompanyModuleService>(COMPANY_MODULE).standingOf(userId)
}
