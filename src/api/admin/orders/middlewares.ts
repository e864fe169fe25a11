import { MedusaNextFunction, MedusaRequest, MedusaResponse, MiddlewareRoute } from "@medusajs/framework/http"
import {
  refuseCoreCancel,
  refuseCoreRefund,
  refuseSecondPayment,
} from "../../../workflows/company-order/guard-core"
import { refuseChangeOfCompanyOrder } from "../../../workflows/company-order/guard-fulfillment"
import { allowCancelByHand, refuseWhileAwaitingPayment } from "../../../workflows/order-group/queries/by-hand"

async function cancel(req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction) {
  await refuseCoreCancel(req.scope, req.params.id)
  await allowCancelByHand(req.scope, req.params.id)
  next()
}

async function refund(req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction) {
  await refuseCoreRefund(req.scope, req.params.id)
  next()
}

async function edit(req: MedusaRequest<{ order_id?: unknown }>, _: MedusaResponse, next: MedusaNextFunction) {
  await refuseWhileAwaitingPayment(req.scope, "order_id", String(req.body.order_id))
  await refuseChangeOfCompanyOrder(req.scope, String(req.body.order_id))
  next()
}

async function markAsPaid(req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction) {
  await refuseWhileAwaitingPayment(req.scope, "payment_collection_id", req.params.id)
  await refuseSecondPayment(req.scope, req.params.id)
  next()
}

/** Medusa's own order routes, where they could part our books from a provider's. */
export const adminOrderMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/orders/:id/cancel", methods: ["POST"], middlewares: [cancel] },
  { matcher: "/admin/payments/:id/refund", methods: ["POST"], middlewares: [refund] },
  { matcher: "/admin/order-edits", methods: ["POST"], middlewares: [edit] },
  { matcher: "/admin/payment-collections/:id/mark-as-paid", methods: ["POST"], middlewares: [markAsPaid] },
]
