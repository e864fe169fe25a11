import { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../access/company-scope"
import { validateQuery } from "../../access/validate-query"
import { FinanceBreakdown, FinanceExport, FinanceGoods, FinanceSummary, SlowGoods } from "./validators"

export const merchantFinanceMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/merchant/finance/summary",
    methods: ["GET"],
    middlewares: [requirePermission("finance:read"), validateQuery(FinanceSummary)],
  },
  {
    matcher: "/merchant/finance/goods",
    methods: ["GET"],
    middlewares: [requirePermission("finance:read"), validateQuery(FinanceGoods)],
  },
  {
    matcher: "/merchant/finance/slow-goods",
    methods: ["GET"],
    middlewares: [requirePermission("finance:read"), validateQuery(SlowGoods)],
  },
  {
    matcher: "/merchant/finance/breakdown",
    methods: ["GET"],
    middlewares: [requirePermission("finance:read"), validateQuery(FinanceBreakdown)],
  },
  {
    matcher: "/merchant/finance/export",
    methods: ["GET"],
    middlewares: [requirePermission("finance:read"), validateQuery(FinanceExport)],
  },
]
