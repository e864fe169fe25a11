import { MiddlewareRoute } from "@medusajs/framework/http"
import { refuseNul } from "../../access/refuse-nul"
import { validateQuery } from "../../access/validate-query"
import { MarketSummary } from "./validators"

export const adminFinanceMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/finance", middlewares: [refuseNul] },
  { matcher: "/admin/finance/summary", methods: ["GET"], middlewares: [validateQuery(MarketSummary)] },
]
