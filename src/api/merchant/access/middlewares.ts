import { MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { requirePermission } from "../../access/company-scope"
import { validateQuery } from "../../access/validate-query"
import { ChangeVisibility, ListGrants } from "./validators"

const canRead = requirePermission("access:read")
const canWrite = requirePermission("access:write")

export const merchantAccessMiddlewares: MiddlewareRoute[] = [
  { matcher: "/merchant/access", methods: ["GET"], middlewares: [canRead] },
  { matcher: "/merchant/access-grants", methods: ["GET"], middlewares: [canRead, validateQuery(ListGrants)] },
  { matcher: "/merchant/access-grants/:id", methods: ["DELETE"], middlewares: [canWrite] },
  {
    matcher: "/merchant/company/visibility",
    methods: ["POST"],
    middlewares: [canWrite, validateAndTransformBody(ChangeVisibility)],
  },
  { matcher: "/merchant/company/access-key", methods: ["POST", "DELETE"], middlewares: [canWrite] },
  { matcher: "/merchant/company/publishable-key", methods: ["POST"], middlewares: [canWrite] },
]
