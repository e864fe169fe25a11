import { MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { requirePermission } from "../../access/company-scope"
import { validateQuery } from "../../access/validate-query"
import { requireReader } from "./person"
import { receiveFiles } from "./receive-files"
import { Approve, ChangeExpense, ListExpenses, NewExpense, Reject } from "./validators"

const canWrite = requirePermission("expense:write")
const canApprove = requirePermission("expense:approve")

export const merchantExpenseMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/merchant/expenses",
    methods: ["GET"],
    middlewares: [requireReader, validateQuery(ListExpenses)],
  },
  {
    matcher: "/merchant/expenses",
    methods: ["POST"],
    middlewares: [canWrite, validateAndTransformBody(NewExpense)],
  },
  { matcher: "/merchant/expenses/:id", methods: ["GET"], middlewares: [requireReader] },
  {
    matcher: "/merchant/expenses/:id",
    methods: ["POST"],
    middlewares: [canWrite, validateAndTransformBody(ChangeExpense)],
  },
  { matcher: "/merchant/expenses/:id", methods: ["DELETE"], middlewares: [canWrite] },
  {
    matcher: "/merchant/expenses/:id/approve",
    methods: ["POST"],
    middlewares: [canApprove, validateAndTransformBody(Approve)],
  },
  {
    matcher: "/merchant/expenses/:id/reject",
    methods: ["POST"],
    middlewares: [canApprove, validateAndTransformBody(Reject)],
  },
  {
    matcher: "/merchant/expenses/:id/attachments",
    methods: ["POST"],
    middlewares: [canWrite, receiveFiles],
  },
  {
    matcher: "/merchant/expenses/:id/attachments/:attachment_id",
    methods: ["GET"],
    middlewares: [requireReader],
  },
  {
    matcher: "/merchant/expenses/:id/attachments/:attachment_id",
    methods: ["DELETE"],
    middlewares: [canWrite],
  },
]
