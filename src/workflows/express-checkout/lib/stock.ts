import { MathBN } from "@medusajs/framework/utils"
import { CheckoutErrors } from "../../../modules/order-group/errors"
import { GoodsFacts } from "../types"
import { DrawnOrder } from "./order-rows"
import { amount, newId, Row } from "./rows"

export type Claim = {
  line_item_id: string
  title: string
  inventory_item_id: string
  location_id: string
  quantity: number
  allow_backorder: boolean
}

/**
 * What has to be reserved for orders: each line's inventory items, at the location from which the channel sells them.
 * @throws {MedusaError} CHECKOUT_GOODS_GONE when no location of the channel holds an item
 */
export function claimsOf(orders: DrawnOrder[], goods: GoodsFacts[]): Claim[] {
  const byId = new Map(goods.map((variant) => [variant.id, variant]))
  return orders
    .flatMap(({ items }) => items)
    .flatMap((line) => {
      const variant = byId.get(line.variant_id as string)!
      return (variant.manage_inventory ? variant.places : []).map((place) => {
        if (place.locations.length === 0) {
          throw CheckoutErrors.goodsGone([variant.product.title])
        }
        return {
          line_item_id: line.id,
          title: variant.product.title,
          inventory_item_id: place.inventory_item_id,
          location_id: place.locations[0],
          quantity: MathBN.mult(place.required_quantity, line.quantity).toNumber(),
          allow_backorder: variant.allow_backorder,
        }
      })
    })
}

/** The claims on each shelf together: two lines of the same goods are counted as one. `is_free` may be sold without being there. */
export function takingsOf(claims: Claim[]) {
  const shelves = new Map<
    string,
    { item: string; place: string; title: string; quantity: number; needed: number }
  >()
  for (const { inventory_item_id: item, location_id: place, title, quantity, allow_backorder } of claims) {
    const key = `${item} ${place}`
    const shelf = shelves.get(key) ?? { item, place, title, quantity: 0, needed: 0 }
    shelf.quantity = MathBN.add(shelf.quantity, quantity).toNumber()
    shelf.needed = allow_backorder ? shelf.needed : MathBN.add(shelf.needed, quantity).toNumber()
    shelves.set(key, shelf)
  }
  return [...shelves.values()].sort((a, b) => (a.item + a.place < b.item + b.place ? -1 : 1))
}

export type Taking = ReturnType<typeof takingsOf>[number]

export const reservationRow = ({ title: _, quantity, ...claim }: Claim): Row => ({
  id: newId("resitem"),
  ...claim,
  ...amount("quantity", quantity),
})
