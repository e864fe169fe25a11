import { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../access/company-scope"
import { validateQuery } from "../../access/validate-query"
import { LedgerSummary, ListLedger } from "./validators"

export const merchantLedgerMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/merchant/ledger",
    methods: ["GET"],
    middlewares: [requirePermission("finance:read"), validateQuery(ListLedger)],
  },
  {
    matcher: "/merchant/ledger/summary",
    methods: ["GET"],
    middlewares: [requirePermission("finance:read"), validateQuery(LedgerSummary)],
  },
]
