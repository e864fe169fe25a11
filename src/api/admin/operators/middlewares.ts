import { MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { GrantOperator } from "./validators"

export const adminOperatorMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/operators", methods: ["POST"], middlewares: [validateAndTransformBody(GrantOperator)] },
]
