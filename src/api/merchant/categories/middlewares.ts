import { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../access/company-scope"
import { validateQuery } from "../../access/validate-query"
import { ListCategories } from "./validators"

export const merchantCategoryMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/merchant/categories",
    methods: ["GET"],
    middlewares: [requirePermission("listing:read"), validateQuery(ListCategories)],
  },
]
