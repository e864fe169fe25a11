import { MiddlewareRoute } from "@medusajs/framework/http"
import { clickMiddlewares } from "./click/middlewares"

/** Payme's calls are read raw: its content types and its answers are its own. */
export const hookMiddlewares: MiddlewareRoute[] = [
  ...clickMiddlewares,
  { matcher: "/hooks/payme", methods: ["POST", "PUT", "PATCH", "DELETE", "GET"], bodyParser: false },
  { matcher: "/hooks/uzum/*", methods: ["POST", "PUT", "PATCH", "DELETE", "GET"], bodyParser: false },
  { matcher: "/hooks/uzum-checkout/*", methods: ["POST"], bodyParser: false },
]
