import { MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { requirePermission } from "../../access/company-scope"
import { ChangeMember, InviteMember } from "./validators"

export const merchantMemberMiddlewares: MiddlewareRoute[] = [
  { matcher: "/merchant/members", methods: ["GET"], middlewares: [requirePermission("member:read")] },
  {
    matcher: "/merchant/members",
    methods: ["POST"],
    middlewares: [requirePermission("member:write"), validateAndTransformBody(InviteMember)],
  },
  {
    matcher: "/merchant/members/:id",
    methods: ["POST"],
    middlewares: [requirePermission("member:write"), validateAndTransformBody(ChangeMember)],
  },
  {
    matcher: "/merchant/members/:id/invitation",
    methods: ["POST"],
    middlewares: [requirePermission("member:write")],
  },
  { matcher: "/merchant/members/:id", methods: ["DELETE"], middlewares: [requirePermission("member:write")] },
]
