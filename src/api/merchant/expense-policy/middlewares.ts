import { MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { requirePermission } from "../../access/company-scope"
import { requireReader } from "../expenses/person"
import { ChangePolicy } from "./validators"

export const merchantExpensePolicyMiddlewares: MiddlewareRoute[] = [
  { matcher: "/merchant/expense-policy", methods: ["GET"], middlewares: [requireReader] },
  {
    matcher: "/merchant/expense-policy",
    methods: ["POST"],
    middlewares: [requirePermission("member:write"), validateAndTransformBody(ChangePolicy)],
  },
]
