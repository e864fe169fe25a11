import { MiddlewareRoute } from "@medusajs/framework/http"
import { refuseNul } from "../../access/refuse-nul"
import { validateQuery } from "../../access/validate-query"
import { ListLedger } from "./validators"

export const adminLedgerMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/ledger", methods: ["GET"], middlewares: [refuseNul, validateQuery(ListLedger)] },
]
