import { MedusaNextFunction, MedusaRequest, MedusaResponse, MiddlewareRoute } from "@medusajs/framework/http"
import { hidePerson } from "./hide-person"
import { refusePlaced, refuseUnsold } from "../../../workflows/checkout/queries/refusals"

type Body = { variant_id?: unknown; items?: Array<{ variant_id?: unknown }> }

/**
 * Nothing that is not for sale gets into a cart. Medusa itself lets a variant through whose location is in no sales
 * channel at all, which is what a suspended company's goods are. (Completion asks again, for carts filled before.)
 */
async function refuseUnsoldGoods(req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction) {
  const { variant_id, items } = req.body as Body
  const wanted = [variant_id, ...(Array.isArray(items) ? items : []).map((item) => item?.variant_id)]
  await refuseUnsold(
    req.scope,
    wanted.filter((id): id is string => typeof id === "string")
  )
  next()
}

/** A cart that has become orders keeps the payment it was ordered with; Medusa would delete that for a new session. */
async function refusePlacedPayment(req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction) {
  await refusePlaced(req.scope, req.params.id)
  next()
}

export const storeCartMiddlewares: MiddlewareRoute[] = [
  { matcher: "/store/carts", middlewares: [hidePerson] },
  {
    matcher: "/store/payment-collections/:id/payment-sessions",
    methods: ["POST"],
    middlewares: [refusePlacedPayment],
  },
  { matcher: "/store/carts", methods: ["POST"], middlewares: [refuseUnsoldGoods] },
  { matcher: "/store/carts/:id/line-items", methods: ["POST"], middlewares: [refuseUnsoldGoods] },
]
