import { MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { requirePermission } from "../../access/company-scope"
import { validateQuery } from "../../access/validate-query"
import { requireReader } from "../expenses/person"
import { ChangeCategory, ListCategories, NewCategory } from "./validators"

const canManage = requirePermission("expense:manage")

export const merchantExpenseCategoryMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/merchant/expense-categories",
    methods: ["GET"],
    middlewares: [requireReader, validateQuery(ListCategories)],
  },
  {
    matcher: "/merchant/expense-categories",
    methods: ["POST"],
    middlewares: [canManage, validateAndTransformBody(NewCategory)],
  },
  {
    matcher: "/merchant/expense-categories/:id",
    methods: ["POST"],
    middlewares: [canManage, validateAndTransformBody(ChangeCategory)],
  },
]
