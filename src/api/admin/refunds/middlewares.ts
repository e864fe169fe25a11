import { MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { refuseNul } from "../../access/refuse-nul"
import { Refund } from "../../access/refund-body"
import { validateQuery } from "../../access/validate-query"
import { CompleteRefund, GiveUpRefund, ListRefunds } from "./validators"

export const adminRefundMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/refunds", middlewares: [refuseNul] },
  { matcher: "/admin/refunds", methods: ["GET"], middlewares: [validateQuery(ListRefunds)] },
  {
    matcher: "/admin/orders/:id/refunds",
    methods: ["POST"],
    middlewares: [refuseNul, validateAndTransformBody(Refund)],
  },
  {
    matcher: "/admin/refunds/:id/complete",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(CompleteRefund)],
  },
  {
    matcher: "/admin/refunds/:id/give-up",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(GiveUpRefund)],
  },
]
