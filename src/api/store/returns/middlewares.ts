import { MedusaNextFunction, MedusaRequest, MedusaResponse, MiddlewareRoute } from "@medusajs/framework/http"
import { OrderErrors } from "../../../modules/order-group/errors"

/**
 * Medusa lets whoever knows an order's id make a return of it, name its delivery's price and say that it has been
 * received. Here the shop takes goods back: it refunds them at the order.
 */
function refuse(_req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction) {
  next(OrderErrors.returnAtShop())
}

export const storeReturnMiddlewares: MiddlewareRoute[] = [
  { matcher: "/store/returns", methods: ["POST"], middlewares: [refuse] },
]
