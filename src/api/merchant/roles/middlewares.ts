import { MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { requirePermission } from "../../access/company-scope"
import { CreateRole, UpdateRole } from "./validators"

export const merchantRoleMiddlewares: MiddlewareRoute[] = [
  { matcher: "/merchant/roles", methods: ["GET"], middlewares: [requirePermission("member:read")] },
  {
    matcher: "/merchant/roles",
    methods: ["POST"],
    middlewares: [requirePermission("member:write"), validateAndTransformBody(CreateRole)],
  },
  {
    matcher: "/merchant/roles/:id",
    methods: ["POST"],
    middlewares: [requirePermission("member:write"), validateAndTransformBody(UpdateRole)],
  },
  { matcher: "/merchant/roles/:id", methods: ["DELETE"], middlewares: [requirePermission("member:write")] },
]
