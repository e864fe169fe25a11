import { MedusaError } from "@medusajs/framework/utils"
import { catalogueError } from "../../lib/errors"

const { NOT_ALLOWED, INVALID_DATA } = MedusaError.Types

/** Refusals of a checkout in one call, beside those that it shares with a cart's completion. */
export const ExpressErrors = {
  keyReused: () =>
    catalogueError(
      NOT_ALLOWED,
      "CHECKOUT_KEY_REUSED",
      "This Idempotency-Key has been used for another checkout; send a new key for a new one"
    ),
  keyWrong: () =>
    catalogueError(INVALID_DATA, "CHECKOUT_KEY_WRONG", "An Idempotency-Key has 8 to 200 letters and digits"),
  promoUnknown: (codes: string[]) =>
    catalogueError(INVALID_DATA, "CHECKOUT_PROMO_UNKNOWN", `There is no promotion code ${codes.join(", ")}`),
  priceChanged: (total: string, currency: string) =>
    catalogueError(
      NOT_ALLOWED,
      "CHECKOUT_PRICE_CHANGED",
      `This costs ${total} ${currency.toUpperCase()} now; nothing has been ordered. Show the new total and ask again`
    ),
  tooMuch: () =>
    catalogueError(
      INVALID_DATA,
      "CHECKOUT_TOO_MUCH",
      "This costs more than can be counted; order less of it"
    ),
  deliveryUnknown: (ids: string[]) =>
    catalogueError(
      INVALID_DATA,
      "CHECKOUT_DELIVERY_UNKNOWN",
      `These ways of delivery are not offered for this address: ${ids.join(", ")}`
    ),
  addressWrong: (country: string | null) =>
    catalogueError(
      INVALID_DATA,
      "CHECKOUT_ADDRESS_WRONG",
      country
        ? `Nothing is brought to country "${country}" in this region`
        : "The address needs its country_code"
    ),
  regionWrong: () =>
    catalogueError(
      INVALID_DATA,
      "CHECKOUT_REGION_WRONG",
      "There is no such region, or not with this currency"
    ),
  channelWrong: () =>
    catalogueError(
      INVALID_DATA,
      "CHECKOUT_CHANNEL_WRONG",
      "The publishable key leads to several sales channels, or not to this one; name one of them as sales_channel_id"
    ),
  priceMissing: (titles: string[]) =>
    catalogueError(
      INVALID_DATA,
      "CHECKOUT_PRICE_MISSING",
      `These goods have no price here: ${titles.join(", ")}`
    ),
  paymentMissing: () =>
    catalogueError(INVALID_DATA, "CHECKOUT_PAYMENT_REQUIRED", "Choose a way to pay: payment.provider_id"),
  providerWrong: (id: string) =>
    catalogueError(
      NOT_ALLOWED,
      "CHECKOUT_PROVIDER_WRONG",
      `This region does not offer payment provider "${id}"`
    ),
  /** What only the long way can do: payments before the order. */
  needsCart: (what: string) =>
    catalogueError(
      NOT_ALLOWED,
      "CHECKOUT_NEEDS_CART",
      `One call cannot do this (${what}); order it through a cart: POST /store/carts`
    ),
}
