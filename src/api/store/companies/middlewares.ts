import { authenticate, MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { refuseNul } from "../../access/refuse-nul"
import { validateQuery } from "../../access/validate-query"
import { JoinCompany, LeaveCompany, ListCompanies } from "./validators"

const customer = authenticate("customer", ["session", "bearer"])

export const storeCompanyMiddlewares: MiddlewareRoute[] = [
  { matcher: "/store/companies", middlewares: [refuseNul] },
  { matcher: "/store/companies", methods: ["GET"], middlewares: [validateQuery(ListCompanies)] },
  {
    matcher: "/store/companies/join",
    methods: ["POST"],
    middlewares: [customer, validateAndTransformBody(JoinCompany)],
  },
  {
    matcher: "/store/companies/leave",
    methods: ["POST"],
    middlewares: [customer, validateAndTransformBody(LeaveCompany)],
  },
]
