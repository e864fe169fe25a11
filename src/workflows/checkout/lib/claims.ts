import { OrderDTO } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import { CheckoutErrors } from "../../../modules/order-group/errors"
import { StockClaim } from "../steps/reserve-stock"
import { CheckoutCart } from "../types"

/**
 * What has to be reserved for the orders of a checkout: each line's inventory items at the location of the cart's
 * sales channel that holds them (a company's goods lie at the company's one location).
 * @throws {MedusaError} CHECKOUT_GOODS_GONE when no location of the channel holds an item
 */
export function stockClaims(cart: CheckoutCart, orders: OrderDTO[]): StockClaim[] {
  const byCartLine = new Map(
    orders.flatMap((order) => order.items ?? []).map((line) => [line.metadata?.cart_line_id, line])
  )
  return cart.items.flatMap((item) => {
    const variant = item.variant
    if (!variant?.manage_inventory) {
      return []
    }
    return (variant.inventory_items ?? []).map((link) => {
      const level = link.inventory?.location_levels?.find(({ stock_locations }) =>
        [stock_locations ?? []]
          .flat()
          .some(({ sales_channels }) => sales_channels?.some(({ id }) => id === cart.sales_channel_id))
      )
      if (!level) {
        throw CheckoutErrors.goodsGone([item.title])
      }
      return {
        line_item_id: byCartLine.get(item.id)!.id,
        title: item.title,
        inventory_item_id: link.inventory_item_id,
        location_id: level.location_id,
        quantity: MathBN.mult(link.required_quantity, item.quantity).toNumber(),
        allow_backorder: variant.allow_backorder,
      }
    })
  })
}

/** The order that a part of the cart became. */
export function orderOfPart(orders: OrderDTO[], companyId: string): OrderDTO {
  return orders.find(({ metadata }) => metadata?.company_id === companyId)!
}
