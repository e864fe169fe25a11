import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { refetchCart } from "@medusajs/medusa/api/store/carts/helpers"
import { defaultStoreCartFields } from "@medusajs/medusa/api/store/carts/query-config"
import { completeCheckout } from "../../../../../workflows/checkout"
import { groupById } from "../../../../../workflows/order-group/queries"

/**
 * Takes the place of Medusa's completion: same request, same answer (`type`, `order`), plus `order_group`. `order` is
 * the first company's order.
 */
export async function POST(req: MedusaRequest, res: MedusaResponse) {
  const { id, unpaid } = await completeCheckout(req.scope, { cart_id: req.params.id })
  if (unpaid) {
    const { message, name, type } = unpaid
    const cart = await refetchCart(req.params.id, req.scope, defaultStoreCartFields)
    res.json({ type: "cart", cart, error: { message, name, type } })
    return
  }
  const order_group = await groupById(req.scope, id)
  const { data } = await req.scope.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    fields: req.queryConfig.fields,
    filters: { id: order_group.orders[0].id },
  })
  res.json({ type: "order", order: data[0], order_group })
}
