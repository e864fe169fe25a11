import { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../access/company-scope"
import { readFiles } from "./read-files"

export const merchantUploadMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/merchant/uploads",
    methods: ["POST"],
    middlewares: [requirePermission("listing:write"), readFiles],
  },
]
