import { MedusaNextFunction, MedusaRequest, MedusaResponse, MiddlewareRoute } from "@medusajs/framework/http"
import {
  refuseChangeOfCompanyOrder,
  refuseHistory,
  whileHandingOver,
} from "../../../workflows/company-order/guard-fulfillment"

/** The lock is held until Medusa's own handler has answered. */
async function handOver(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) {
  await whileHandingOver(
    req.scope,
    req.params.id,
    () =>
      new Promise((resolve) => {
        res.once("close", resolve)
        next()
      })
  )
}

async function refuseChange(
  req: MedusaRequest<{ order_id?: unknown }>,
  _: MedusaResponse,
  next: MedusaNextFunction
) {
  await refuseChangeOfCompanyOrder(req.scope, String(req.body.order_id))
  next()
}

/** What is done to an order's parcel, or sends goods of it back, by the order of the address or of the body. */
async function refuseOld(
  req: MedusaRequest<{ order_id?: unknown }>,
  _: MedusaResponse,
  next: MedusaNextFunction
) {
  await refuseHistory(req.scope, req.params.id ?? String(req.body.order_id))
  next()
}

/** Medusa's own routes that move goods of an order, or change what it consists of. */
export const adminFulfillmentMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/orders/:id/fulfillments", methods: ["POST"], middlewares: [handOver] },
  ...[
    ...["cancel", "shipments", "mark-as-delivered"].map(
      (act) => `/admin/orders/:id/fulfillments/:fulfillment_id/${act}`
    ),
    "/admin/returns",
  ].map((matcher): MiddlewareRoute => ({ matcher, methods: ["POST"], middlewares: [refuseOld] })),
  ...["/admin/claims", "/admin/exchanges"].map((matcher): MiddlewareRoute => ({
    matcher,
    methods: ["POST"],
    middlewares: [refuseChange],
  })),
]
