import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { refetchCart } from "@medusajs/medusa/api/store/carts/helpers"
import { defaultStoreCartFields } from "@medusajs/medusa/api/store/carts/query-config"
import { completeCheckoutWorkflow } from "../../../../../workflows/checkout"
import { groupById } from "../../../../../workflows/order-group/queries"

/** Refusals that Medusa's own completion answers with the cart instead of an error status; storefronts rely on it. */
const ANSWERED_WITH_CART: string[] = [
  MedusaError.Types.PAYMENT_AUTHORIZATION_ERROR,
  MedusaError.Types.PAYMENT_REQUIRES_MORE_ERROR,
]

/**
 * Takes the place of Medusa's completion: same request, same answer (`type`, `order`), plus `order_group`. `order` is
 * the first company's order.
 */
export async function POST(req: MedusaRequest, res: MedusaResponse) {
  const { result, errors } = await completeCheckoutWorkflow(req.scope).run({
    input: { cart_id: req.params.id },
    throwOnError: false,
  })
  const error = errors[0]?.error as MedusaError | undefined
  if (error && !ANSWERED_WITH_CART.includes(error.type)) {
    throw error
  }
  if (error) {
    const { message, name, type } = error
    const cart = await refetchCart(req.params.id, req.scope, defaultStoreCartFields)
    res.json({ type: "cart", cart, error: { message, name, type } })
    return
  }
  const order_group = await groupById(req.scope, result.id)
  const { data } = await req.scope.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    fields: req.queryConfig.fields,
    filters: { id: order_group.orders[0].id },
  })
  res.json({ type: "order", order: data[0], order_group })
}
