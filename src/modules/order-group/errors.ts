import { MedusaError } from "@medusajs/framework/utils"
import { catalogueError } from "../../lib/errors"

const { NOT_ALLOWED, INVALID_DATA, CONFLICT } = MedusaError.Types

/** Every refusal of a checkout. */
export const CheckoutErrors = {
  goodsGone: (titles: string[]) =>
    catalogueError(
      NOT_ALLOWED,
      "CHECKOUT_GOODS_GONE",
      `These goods are no longer sold; take them out of the cart: ${titles.join(", ")}`
    ),
  deliveryMissing: (companies: string[]) =>
    catalogueError(
      INVALID_DATA,
      "CHECKOUT_DELIVERY_REQUIRED",
      `Choose a way of delivery for the goods of: ${companies.join(", ")}`
    ),
  outOfStock: (lines: Array<{ title: string; wanted: string; available: string }>) =>
    catalogueError(
      NOT_ALLOWED,
      "CHECKOUT_OUT_OF_STOCK",
      `Not enough in stock: ${lines.map((l) => `${l.title} (wanted ${l.wanted}, left ${l.available})`).join("; ")}`
    ),
  wrongCurrency: (code: string) =>
    catalogueError(
      NOT_ALLOWED,
      "CHECKOUT_CURRENCY_WRONG",
      `Payme takes so‘m only, and the cart is in ${code.toUpperCase()}; choose another way to pay`
    ),
  alreadyPlaced: () =>
    catalogueError(
      NOT_ALLOWED,
      "CHECKOUT_ALREADY_PLACED",
      "This has been ordered already; pay it by the payment_url of its order group"
    ),
  busy: () => catalogueError(CONFLICT, "CHECKOUT_BUSY", "Cart is already being completed by another request"),
}
