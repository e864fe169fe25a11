import { MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { refuseNul } from "../../access/refuse-nul"
import { validateQuery } from "../../access/validate-query"
import { ListAlerts, ListTransactions, ResolveAlert } from "./validators"

export const adminGatewayMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/gateway-transactions", middlewares: [refuseNul] },
  {
    matcher: "/admin/gateway-transactions",
    methods: ["GET"],
    middlewares: [validateQuery(ListTransactions)],
  },
  { matcher: "/admin/gateway-alerts", middlewares: [refuseNul] },
  { matcher: "/admin/gateway-alerts", methods: ["GET"], middlewares: [validateQuery(ListAlerts)] },
  {
    matcher: "/admin/gateway-alerts/:id/resolve",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(ResolveAlert)],
  },
]
