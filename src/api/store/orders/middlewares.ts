import { MedusaNextFunction, MedusaRequest, MedusaResponse, MiddlewareRoute } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

/**
 * Whoever knows an order's id may read the order (Medusa's rule), and a company knows the ids of its own. The cart
 * behind it belongs to the shopper: its id leads to the other companies' orders and to the payment.
 */
function hideCart(req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction) {
  const fields = String(req.query.fields ?? "")
  if (/(^|[,+*.])cart(_link)?s?(\.|,|$)/i.test(fields.replace(/[\s-]/g, ""))) {
    return next(
      new MedusaError(MedusaError.Types.INVALID_DATA, "The cart of an order cannot be read", "INVALID_QUERY")
    )
  }
  next()
}

export const storeOrderMiddlewares: MiddlewareRoute[] = [
  { matcher: "/store/orders", middlewares: [hideCart] },
]
