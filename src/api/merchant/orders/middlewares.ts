import { MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { requirePermission } from "../../access/company-scope"
import { Refund } from "../../access/refund-body"
import { validateQuery } from "../../access/validate-query"
import { ListenToEvents } from "../events/validators"
import { CancelOrder, FulfillOrder, ListOrders } from "./validators"

export const merchantOrderMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/merchant/orders",
    methods: ["GET"],
    middlewares: [requirePermission("order:read"), validateQuery(ListOrders)],
  },
  { matcher: "/merchant/orders/seen", methods: ["POST"], middlewares: [requirePermission("order:read")] },
  { matcher: "/merchant/unread", methods: ["GET"], middlewares: [requirePermission("order:read")] },
  {
    matcher: "/merchant/events",
    methods: ["GET"],
    middlewares: [requirePermission("order:read"), validateQuery(ListenToEvents)],
  },
  { matcher: "/merchant/home", methods: ["GET"], middlewares: [requirePermission("company:read")] },
  { matcher: "/merchant/orders/:id", methods: ["GET"], middlewares: [requirePermission("order:read")] },
  {
    matcher: "/merchant/orders/:id/confirm-payment",
    methods: ["POST"],
    middlewares: [requirePermission("order:confirm")],
  },
  {
    matcher: "/merchant/orders/:id/cancel",
    methods: ["POST"],
    middlewares: [requirePermission("order:cancel"), validateAndTransformBody(CancelOrder)],
  },
  {
    matcher: "/merchant/orders/:id/fulfill",
    methods: ["POST"],
    middlewares: [requirePermission("order:fulfill"), validateAndTransformBody(FulfillOrder)],
  },
  {
    matcher: "/merchant/orders/:id/deliver",
    methods: ["POST"],
    middlewares: [requirePermission("order:fulfill")],
  },
  {
    matcher: "/merchant/orders/:id/refund",
    methods: ["POST"],
    middlewares: [requirePermission("order:refund"), validateAndTransformBody(Refund)],
  },
]
