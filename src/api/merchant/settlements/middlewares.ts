import { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../access/company-scope"
import { validateQuery } from "../../access/validate-query"
import { ListSettlements, PrintSettlement } from "./validators"

const canRead = requirePermission("finance:read")

export const merchantSettlementMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/merchant/settlements",
    methods: ["GET"],
    middlewares: [canRead, validateQuery(ListSettlements)],
  },
  { matcher: "/merchant/settlements/:id", methods: ["GET"], middlewares: [canRead] },
  ...["pdf", "xlsx"].map((format): MiddlewareRoute => ({
    matcher: `/merchant/settlements/:id/${format}`,
    methods: ["GET"],
    middlewares: [canRead, validateQuery(PrintSettlement)],
  })),
]
