import { MiddlewareRoute } from "@medusajs/framework/http"
import { refuseNul } from "../access/refuse-nul"
import { validateQuery } from "../access/validate-query"
import { PrintQuery } from "./document"

/** Open to everybody who holds a receipt: the secret in the address is all that the page asks for. */
export const receiptMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/receipts/verify/:token",
    methods: ["GET"],
    middlewares: [refuseNul, validateQuery(PrintQuery)],
  },
]
