import { MiddlewareRoute } from "@medusajs/framework/http"
import { adminGuard } from "../access/admin-guard"
import { adminCompanyMiddlewares } from "./companies/middlewares"
import { adminOperatorMiddlewares } from "./operators/middlewares"

export const adminMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin", middlewares: [adminGuard] },
  ...adminCompanyMiddlewares,
  ...adminOperatorMiddlewares,
]
