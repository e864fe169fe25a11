import { MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { refuseNul } from "../access/refuse-nul"
import { OwnerBody } from "./validators"

/** Open to whoever holds an owner's link: the secret in the address is the whole proof. */
export const ownerMiddlewares: MiddlewareRoute[] = [
  { matcher: "/owner/:token", methods: ["GET"], middlewares: [refuseNul] },
  {
    matcher: "/owner/:token",
    methods: ["POST"],
    middlewares: [refuseNul, validateAndTransformBody(OwnerBody)],
  },
]
