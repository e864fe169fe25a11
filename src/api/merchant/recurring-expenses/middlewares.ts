import { MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { requirePermission } from "../../access/company-scope"
import { validateQuery } from "../../access/validate-query"
import { Approve, Reject } from "../expenses/validators"
import { ChangePeriod, ChangeRecurring, ListRecurring, NewRecurring } from "./validators"

const canRead = requirePermission("expense:read")
const canApprove = requirePermission("expense:approve")
const canManage = requirePermission("expense:manage")

export const merchantRecurringExpenseMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/merchant/recurring-expenses",
    methods: ["GET"],
    middlewares: [canRead, validateQuery(ListRecurring)],
  },
  {
    matcher: "/merchant/recurring-expenses",
    methods: ["POST"],
    middlewares: [canManage, validateAndTransformBody(NewRecurring)],
  },
  {
    matcher: "/merchant/recurring-expenses/:id",
    methods: ["POST"],
    middlewares: [canManage, validateAndTransformBody(ChangeRecurring)],
  },
  { matcher: "/merchant/recurring-expenses/:id", methods: ["DELETE"], middlewares: [canManage] },
  {
    matcher: "/merchant/recurring-expenses/:id/approve",
    methods: ["POST"],
    middlewares: [canApprove, validateAndTransformBody(Approve)],
  },
  {
    matcher: "/merchant/recurring-expenses/:id/reject",
    methods: ["POST"],
    middlewares: [canApprove, validateAndTransformBody(Reject)],
  },
  {
    matcher: "/merchant/recurring-expenses/:id/changes",
    methods: ["POST"],
    middlewares: [canManage, validateAndTransformBody(ChangePeriod)],
  },
  {
    matcher: "/merchant/recurring-expenses/:id/changes/:period_start",
    methods: ["DELETE"],
    middlewares: [canManage],
  },
]
