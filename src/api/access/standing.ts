import { AuthenticatedMedusaRequest, MedusaRequest } from "@medusajs/framework/http"
import { COMPANY_MODULE } from "../../modules/company"
import { Permission, Role } from "../../modules/company/lib/permissions"
import { CompanyStatus } from "../../modules/company/lib/status"
import CompanyModuleService, { Standing } from "../../modules/company/service"

/** The company a merchant request acts for. It comes from the membership alone, never from body or query. */
export type CompanyScope = { id: string; name: string; status: CompanyStatus; member_id: string; role: Role }

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
