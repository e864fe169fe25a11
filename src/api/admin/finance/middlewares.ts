import { MiddlewareRoute } from "@medusajs/framework/http"
import { refuseNul } from "../../access/refuse-nul"
import { validateQuery } from "../../access/validate-query"
import { MarketBreakdown, MarketExport, MarketGoods, MarketSummary } from "./validators"

export const adminFinanceMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/finance", middlewares: [refuseNul] },
  { matcher: "/admin/finance/summary", methods: ["GET"], middlewares: [validateQuery(MarketSummary)] },
  { matcher: "/admin/finance/goods", methods: ["GET"], middlewares: [validateQuery(MarketGoods)] },
  { matcher: "/admin/finance/breakdown", methods: ["GET"], middlewares: [validateQuery(MarketBreakdown)] },
  { matcher: "/admin/finance/export", methods: ["GET"], middlewares: [validateQuery(MarketExport)] },
]
