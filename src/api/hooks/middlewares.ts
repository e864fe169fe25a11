import { MiddlewareRoute } from "@medusajs/framework/http"

/** Payme's calls are read raw: its content types and its answers are its own. */
export const hookMiddlewares: MiddlewareRoute[] = [
  { matcher: "/hooks/payme", methods: ["POST", "PUT", "PATCH", "DELETE", "GET"], bodyParser: false },
]
