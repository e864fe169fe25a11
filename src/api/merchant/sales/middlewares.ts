import { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../access/company-scope"
import { validateQuery } from "../../access/validate-query"
import { ExportSales, ListSales } from "./validators"

export const merchantSalesMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/merchant/sales",
    methods: ["GET"],
    middlewares: [requirePermission("order:read"), validateQuery(ListSales)],
  },
  {
    matcher: "/merchant/exports/sales",
    methods: ["GET"],
    middlewares: [requirePermission("order:read"), validateQuery(ExportSales)],
  },
]
