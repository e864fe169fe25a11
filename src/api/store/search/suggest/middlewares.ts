import { authenticate, MiddlewareRoute } from "@medusajs/framework/http"
import { refuseNul } from "../../../access/refuse-nul"
import { validateQuery } from "../../../access/validate-query"
import { NoQuery, Suggest } from "./validators"

const anybody = authenticate("customer", ["session", "bearer"], { allowUnauthenticated: true })

/** What is suggested while people type, and what they have searched for. */
export const storeSuggestMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/store/search/suggest",
    methods: ["GET"],
    middlewares: [refuseNul, anybody, validateQuery(Suggest)],
  },
  { matcher: "/store/search/history", middlewares: [refuseNul, anybody] },
  { matcher: "/store/search/history", methods: ["GET"], middlewares: [validateQuery(NoQuery)] },
]
