import { authenticate, MiddlewareRoute } from "@medusajs/framework/http"
import { adminGuard } from "../access/admin-guard"

export const staticMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/static/:id",
    methods: ["GET"],
    middlewares: [authenticate("user", ["session", "bearer", "api-key"]), adminGuard],
  },
]
