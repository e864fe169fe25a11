import { MedusaError } from "@medusajs/framework/utils"
import { catalogueError } from "../../lib/errors"

const { NOT_ALLOWED } = MedusaError.Types

/** Refusals of a shopper who asks for the page of Uzum Checkout. */
export const UzumCheckoutErrors = {
  /** @param reason our own words about Uzum's answer; never quotes a key */
  unavailable: (reason: string) =>
    catalogueError(
      NOT_ALLOWED,
      "UZUM_CHECKOUT_UNAVAILABLE",
      `Uzum Checkout cannot take this payment now: ${reason}. Try again in a minute, or choose another way to pay`
    ),
  cartIncomplete: (problem: string) =>
    catalogueError(
      NOT_ALLOWED,
      "UZUM_CHECKOUT_CART_WRONG",
      `Uzum Checkout issues this market's receipts, and the receipt cannot be made: ${problem}`
    ),
}
