import { OrderDTO } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { OrderPayment } from "../steps/open-payments"
import { adjustmentsOf, CheckoutCart } from "../types"
import { orderOfPart } from "./claims"
import { CheckoutPlan } from "./plan"

/**
 * Medusa's links of a checkout. Only the first order is linked to the cart: core reads that link as "this cart is
 * completed, and into this order", so nothing of core completes the cart a second time.
 */
export function linksOf(input: {
  cart: CheckoutCart
  plan: CheckoutPlan
  orders: OrderDTO[]
  payments: OrderPayment[]
}) {
  const first = orderOfPart(input.orders, input.plan.parts[0].company_id)
  return [
    { [Modules.ORDER]: { order_id: first.id }, [Modules.CART]: { cart_id: input.cart.id } },
    ...input.plan.parts.flatMap((part) => {
      const order_id = orderOfPart(input.orders, part.company_id).id
      const adjustments = adjustmentsOf([...part.items, ...part.shipping_methods])
      const used = new Set(adjustments.map(({ promotion_id }) => promotion_id))
      return (input.cart.promotions ?? [])
        .filter(({ id }) => used.has(id))
        .map(({ id }) => ({ [Modules.ORDER]: { order_id }, [Modules.PROMOTION]: { promotion_id: id } }))
    }),
    ...input.payments.flatMap(({ order_id, collection_id }) =>
      collection_id
        ? [{ [Modules.ORDER]: { order_id }, [Modules.PAYMENT]: { payment_collection_id: collection_id } }]
        : []
    ),
  ]
}
