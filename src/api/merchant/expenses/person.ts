import { AuthenticatedMedusaRequest, MedusaNextFunction, MedusaResponse } from "@medusajs/framework/http"
import { CompanyErrors } from "../../../modules/company/errors"
import { Person } from "../../../modules/expense/lib/approval"
import { MerchantRequest } from "../../access/standing"

/** Who writes or decides: from the membership alone. A role of the company's own goes by its id. */
export function personOf(req: MerchantRequest): Person {
  const { id, role, role_id } = req.company
  return {
    company_id: id,
    user_id: req.auth_context.actor_id,
    role: role_id ?? role ?? "",
    permissions: req.permissions,
  }
}

/** Lets through whoever reads everybody's expenses, or writes and reads their own. */
export function requireReader(req: AuthenticatedMedusaRequest, _: MedusaResponse, next: MedusaNextFunction) {
  const { permissions } = req as MerchantRequest
  const isReader = permissions.includes("expense:read") || permissions.includes("expense:write")
  next(isReader ? undefined : CompanyErrors.permission("expense:read"))
}
