import { MiddlewareRoute } from "@medusajs/framework/http"
import { adminGuard } from "../access/admin-guard"
import { refuseNul } from "../access/refuse-nul"
import { adminCompanyMiddlewares } from "./companies/middlewares"
import { adminOperatorMiddlewares } from "./operators/middlewares"
import { adminOrderMiddlewares } from "./orders/middlewares"

export const adminMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin", middlewares: [adminGuard] },
  { matcher: "/admin/companies", middlewares: [refuseNul] },
  { matcher: "/admin/operators", middlewares: [refuseNul] },
  ...adminOrderMiddlewares,
  ...adminCompanyMiddlewares,
  ...adminOperatorMiddlewares,
]
