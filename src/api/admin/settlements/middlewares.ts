import { MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { refuseNul } from "../../access/refuse-nul"
import { validateQuery } from "../../access/validate-query"
import { BankFile, CloseSettlements, ListSettlements, MarkPaid, PrintSettlement } from "./validators"

export const adminSettlementMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/settlements", middlewares: [refuseNul] },
  { matcher: "/admin/settlements", methods: ["GET"], middlewares: [validateQuery(ListSettlements)] },
  {
    matcher: "/admin/settlements",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(CloseSettlements)],
  },
  { matcher: "/admin/settlements/bank-file", methods: ["GET"], middlewares: [validateQuery(BankFile)] },
  ...["pdf", "xlsx"].map((format): MiddlewareRoute => ({
    matcher: `/admin/settlements/:id/${format}`,
    methods: ["GET"],
    middlewares: [validateQuery(PrintSettlement)],
  })),
  {
    matcher: "/admin/settlements/:id/mark-paid",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(MarkPaid)],
  },
]
