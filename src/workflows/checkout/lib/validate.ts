import { CheckoutErrors } from "../../../modules/order-group/errors"
import { isSelling } from "../../../modules/company/lib/status"
import { CheckoutCart, CheckoutItem, Sellers } from "../types"

/** Whether an item has to be brought or fetched; as Medusa's completion decides it. */
export function requiresShipping(item: CheckoutItem): boolean {
  return (
    item.requires_shipping ??
    (!!item.variant?.product?.shipping_profile?.id ||
      !!item.variant?.inventory_items?.some(({ inventory }) => inventory?.requires_shipping))
  )
}

/**
 * Refuses goods that are not for sale any more (hidden, archived, or of a company that may not sell), and a cart that
 * lacks a delivery choice for one of its companies.
 * @throws {MedusaError} CHECKOUT_GOODS_GONE, CHECKOUT_DELIVERY_REQUIRED
 */
export function validateCheckout(cart: CheckoutCart, sellers: Sellers): void {
  const gone = cart.items.filter((item) => {
    const seller = sellers.variants[item.variant_id ?? ""]
    return !item.variant || (seller && (!seller.is_sold || !isSelling(seller.company_status)))
  })
  if (gone.length > 0) {
    throw CheckoutErrors.goodsGone(gone.map(({ title }) => title))
  }
  const chosen = new Set(
    (cart.shipping_methods ?? []).map(({ shipping_option_id }) => sellers.profiles[shipping_option_id ?? ""])
  )
  const waiting = cart.items.filter((item) => {
    const profile =
      sellers.variants[item.variant_id ?? ""]?.shipping_profile_id ??
      item.variant?.product?.shipping_profile?.id
    return requiresShipping(item) && !chosen.has(profile ?? "")
  })
  if (waiting.length > 0) {
    const names = waiting.map((item) => sellers.variants[item.variant_id ?? ""]?.company_name ?? item.title)
    throw CheckoutErrors.deliveryMissing([...new Set(names)])
  }
}
