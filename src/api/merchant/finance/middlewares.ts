import { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../access/company-scope"
import { validateQuery } from "../../access/validate-query"
import { FinanceSummary } from "./validators"

export const merchantFinanceMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/merchant/finance/summary",
    methods: ["GET"],
    middlewares: [requirePermission("finance:read"), validateQuery(FinanceSummary)],
  },
]
