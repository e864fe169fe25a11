import { authenticate, MiddlewareRoute } from "@medusajs/framework/http"
import { refuseNul } from "../access/refuse-nul"
import { validateQuery } from "../access/validate-query"
import { PrintQuery } from "./document"

const anybody = authenticate("customer", ["session", "bearer"], { allowUnauthenticated: true })

/**
 * Open to everybody who holds a receipt: the secret in the address is all that the page asks for. Whoever is signed in may
 * see a private company's too, if they are in it or have bought there.
 */
export const receiptMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/receipts/verify/:token",
    methods: ["GET"],
    middlewares: [refuseNul, anybody, validateQuery(PrintQuery)],
  },
]
