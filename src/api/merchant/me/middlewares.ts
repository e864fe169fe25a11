import { MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { AcceptInvitation } from "./validators"

export const merchantMeMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/merchant/me/invitations/:id/accept",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AcceptInvitation)],
  },
]
