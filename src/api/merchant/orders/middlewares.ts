import { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../access/company-scope"
import { validateQuery } from "../../access/validate-query"
import { ListOrders } from "./validators"

export const merchantOrderMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/merchant/orders",
    methods: ["GET"],
    middlewares: [requirePermission("order:read"), validateQuery(ListOrders)],
  },
  { matcher: "/merchant/orders/:id", methods: ["GET"], middlewares: [requirePermission("order:read")] },
]
