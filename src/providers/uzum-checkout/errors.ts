/** What Uzum Checkout's codes mean (Checkout API 1.10.3, section 3.4 of our notes), in words for a person. */
const TEXTS: Readonly<Record<number, string>> = {
  1001: "the UzumId token is not valid",
  1006: "the terminal has no right to this operation",
  2000: "the request's data are not valid",
  3000: "the payment's current state does not allow it",
  3001: "the terminal is unknown; check its id and key",
  3002: "amount, currency or fee is wrong",
  3003: "the cart is wrong",
  3004: "the terminal lacks this kind of payment; ask Uzum to enable it",
  3005: "the payment was not found",
  3006: "the saved card was not found",
  3007: "the card's data or its category are wrong",
  3008: "there is not enough money on the card",
  3009: "the payment was stopped by the bank's fraud rules",
  3010: "the card is restricted",
  3011: "the card's bank declined",
  3012: "the limit of a payment was reached",
  3013: "the amount's limit was reached",
  3019: "the amount to release is wrong",
  3020: "it is too late to release the money",
  3021: "the amount to refund is more than what is left of the payment",
  3022: "it is too late to refund this payment through Checkout",
  3023: "the partner was not found",
  3027: "the order number was used before",
  3028: "this operation was asked for before",
  3030: "a one-step payment is complete by itself",
  3034: "the terminal does not take one-step payments",
  3035: "the operation was not found",
  3036: "a one-step payment cannot be released; refund it",
  3037: "the terminal's settings are missing at Uzum",
  3041: "the page's time is over",
  3042: "the buyer closed the page",
  3043: "the processing side is down",
  3045: "the refund needs a cart",
  3046: "the refund's cart is not valid",
  3049: "the processing side is down",
  3053: "the number of marking codes is wrong",
  3054: "a marking code is given twice",
  3055: "VAT, IKPU, package code or marking code is wrong",
  3058: "this terminal wants no cart",
  3059: "the cart's total is not the amount",
  5000: "Uzum had an internal error",
}

/** Codes after which nobody knows what happened: asked again with the same operation id, they harm nobody. */
const UNKNOWN_OUTCOME = [3043, 3049, 5000]

export const CHECKOUT_ERROR = {
  WRONG_STATE: 3000,
  NOT_FOUND: 3005,
  ORDER_NUMBER_USED: 3027,
  OPERATION_EXISTS: 3028,
} as const

/** Uzum Checkout said no: nothing has happened. `code` is Uzum's; `message` says what it means. */
export class UzumCheckoutRefusal extends Error {
  override name = "UzumCheckoutRefusal"

  constructor(
    readonly code: number,
    readonly path: string
  ) {
    super(`Uzum Checkout refused (${code}): ${TEXTS[code] ?? "see Uzum's list of codes"}`)
  }
}

/** Nobody knows what Uzum Checkout did: no answer, an answer that says nothing, or a failure on its side. */
export class UzumCheckoutUnknown extends Error {
  override name = "UzumCheckoutUnknown"

  constructor(
    readonly path: string,
    reason: string
  ) {
    super(`Uzum Checkout's answer to ${path} is not known: ${reason}`)
  }
}

/** The error that an error code other than 0 means. */
export function checkoutError(code: number, path: string): UzumCheckoutRefusal | UzumCheckoutUnknown {
  return UNKNOWN_OUTCOME.includes(code)
    ? new UzumCheckoutUnknown(path, `${code}, ${TEXTS[code]}`)
    : new UzumCheckoutRefusal(code, path)
}
