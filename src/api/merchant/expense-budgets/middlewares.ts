import { MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { requirePermission } from "../../access/company-scope"
import { validateQuery } from "../../access/validate-query"
import { CopyBudgets, ListBudgets, SetBudget } from "./validators"

const canRead = requirePermission("expense:read")
const canManage = requirePermission("expense:manage")

export const merchantExpenseBudgetMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/merchant/expense-budgets",
    methods: ["GET"],
    middlewares: [canRead, validateQuery(ListBudgets)],
  },
  {
    matcher: "/merchant/expense-budgets",
    methods: ["POST"],
    middlewares: [canManage, validateAndTransformBody(SetBudget)],
  },
  {
    matcher: "/merchant/expense-budgets/copy",
    methods: ["POST"],
    middlewares: [canManage, validateAndTransformBody(CopyBudgets)],
  },
]
