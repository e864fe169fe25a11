import { AuthenticatedMedusaRequest, MedusaNextFunction, MedusaResponse } from "@medusajs/framework/http"
import { notFound } from "../../lib/errors"
import { CompanyErrors } from "../../modules/company/errors"
import { Permission } from "../../modules/company/lib/permissions"
import { MerchantRequest, standingOf } from "./standing"

/** Reads who the caller is; for `/merchant/me`, which must answer people of several companies and of none yet. */
export async function loadStanding(
  req: AuthenticatedMedusaRequest,
  _: MedusaResponse,
  next: MedusaNextFunction
) {
  ;(req as MerchantRequest).standing = await standingOf(req, req.auth_context.actor_id)
  next()
}

/**
 * Sets `req.company` from the membership. With several memberships the header `x-company-id` chooses; an id that is
 * not among them is answered like one that does not exist.
 */
export function companyScope(req: AuthenticatedMedusaRequest, _: MedusaResponse, next: MedusaNextFunction) {
  const { memberships } = (req as MerchantRequest).standing
  if (memberships.length === 0) {
    return next(CompanyErrors.noMembership())
  }
  const wanted = req.get("x-company-id")
  if (!wanted && memberships.length > 1) {
    return next(CompanyErrors.chooseCompany())
  }
  const membership = wanted ? memberships.find(({ company_id }) => company_id === wanted) : memberships[0]
  if (!membership) {
    return next(notFound("Company", wanted!))
  }
  const request = req as MerchantRequest
  request.company = {
    id: membership.company_id,
    name: membership.company_name,
    status: membership.company_status,
    member_id: membership.member_id,
    role: membership.role,
    role_id: membership.role_id,
    role_name: membership.role_name,
  }
  request.permissions = membership.permissions
  if (req.method !== "GET" && membership.company_status === "archived") {
    return next(CompanyErrors.frozen(membership.company_status))
  }
  next()
}

/** Lets only people with the permission through, by whatever role; stands beside the matcher, where a reader looks for it. */
export function requirePermission(permission: Permission) {
  return (req: AuthenticatedMedusaRequest, _: MedusaResponse, next: MedusaNextFunction) => {
    const { permissions } = req as MerchantRequest
    next(permissions.includes(permission) ? undefined : CompanyErrors.permission(permission))
  }
}
