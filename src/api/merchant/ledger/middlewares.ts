import { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../access/company-scope"
import { validateQuery } from "../../access/validate-query"
import { ListLedger } from "./validators"

export const merchantLedgerMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/merchant/ledger",
    methods: ["GET"],
    middlewares: [requirePermission("finance:read"), validateQuery(ListLedger)],
  },
]
