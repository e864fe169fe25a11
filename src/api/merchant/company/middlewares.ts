import {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaResponse,
  MiddlewareRoute,
  validateAndTransformBody,
} from "@medusajs/framework/http"
import { requirePermission } from "../../access/company-scope"
import { REQUISITES, UpdateOwnCompany, UpdateOwnCompanyBody } from "./validators"

/** Requisites need their own permission; the rest of the profile needs `company:write`. */
function requireForFields(
  req: AuthenticatedMedusaRequest<UpdateOwnCompanyBody>,
  res: MedusaResponse,
  next: MedusaNextFunction
) {
  const fields = Object.keys(req.validatedBody)
  const checks = [
    ...(fields.some((field) => REQUISITES.includes(field)) ? [requirePermission("company:requisites")] : []),
    ...(fields.some((field) => !REQUISITES.includes(field)) ? [requirePermission("company:write")] : []),
  ]
  const run = ([check, ...rest]: typeof checks, error?: unknown): void =>
    error || !check ? next(error) : check(req, res, (failure?: unknown) => run(rest, failure))
  run(checks)
}

export const merchantCompanyMiddlewares: MiddlewareRoute[] = [
  { matcher: "/merchant/company", methods: ["GET"], middlewares: [requirePermission("company:read")] },
  {
    matcher: "/merchant/company",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(UpdateOwnCompany), requireForFields],
  },
]
