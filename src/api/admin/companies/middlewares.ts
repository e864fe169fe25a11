import { MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { validateQuery } from "../../access/validate-query"
import { ChangeStatus, CreateCompany, ListCompanies, UpdateCompany } from "./validators"

export const adminCompanyMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/companies", methods: ["GET"], middlewares: [validateQuery(ListCompanies)] },
  { matcher: "/admin/companies", methods: ["POST"], middlewares: [validateAndTransformBody(CreateCompany)] },
  {
    matcher: "/admin/companies/:id",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(UpdateCompany)],
  },
  ...["approve", "suspend", "reinstate", "archive"].map((verb): MiddlewareRoute => ({
    matcher: `/admin/companies/:id/${verb}`,
    methods: ["POST"],
    middlewares: [validateAndTransformBody(ChangeStatus)],
  })),
]
