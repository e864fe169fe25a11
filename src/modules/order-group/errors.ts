import { MedusaError } from "@medusajs/framework/utils"
import { catalogueError } from "../../lib/errors"

const { NOT_ALLOWED, INVALID_DATA, CONFLICT, PAYMENT_AUTHORIZATION_ERROR } = MedusaError.Types

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
  amountChanged: () =>
    catalogueError(
      NOT_ALLOWED,
      "CHECKOUT_AMOUNT_CHANGED",
      "The payment is not what the cart costs now; nothing has been ordered. Start the payment again"
    ),
  paymentUsed: () =>
    catalogueError(NOT_ALLOWED, "CHECKOUT_PAYMENT_USED", "This payment has paid for another order already"),
  /** To a storefront it is Medusa's own refusal; a provider that told of the payment has to tell again. */
  providerUnreached: () =>
    catalogueError(
      PAYMENT_AUTHORIZATION_ERROR,
      "CHECKOUT_PROVIDER_UNREACHED",
      "Payment authorization failed"
    ),
  busy: () => catalogueError(CONFLICT, "CHECKOUT_BUSY", "Cart is already being completed by another request"),
}

/** Refusals of refunds. */
export const RefundErrors = {
  notPaid: () =>
    catalogueError(
      NOT_ALLOWED,
      "REFUND_NOT_PAID",
      "This order has not been paid; there is nothing to refund"
    ),
  nothing: () =>
    catalogueError(
      NOT_ALLOWED,
      "REFUND_NOTHING",
      "Nothing of this order is left to refund, or nothing was asked for"
    ),
  tooMuch: (left: string) =>
    catalogueError(
      INVALID_DATA,
      "REFUND_TOO_MUCH",
      `A refund is a positive amount of whole money, and at most ${left} can go back`
    ),
  lineUnknown: (id: string) =>
    catalogueError(INVALID_DATA, "REFUND_LINE_UNKNOWN", `This order has no line "${id}"`),
  quantityWrong: (title: string, left: number) =>
    catalogueError(
      INVALID_DATA,
      "REFUND_QUANTITY_WRONG",
      `Of "${title}", a quantity from 1 to ${left} can be refunded`
    ),
  refused: (reason: string) =>
    catalogueError(NOT_ALLOWED, "REFUND_REFUSED", `The payment provider refused the refund: ${reason}`),
  keyReused: () =>
    catalogueError(
      NOT_ALLOWED,
      "REFUND_KEY_REUSED",
      "This Idempotency-Key has been used for another refund of this order; send a new key for a new refund"
    ),
  ofCancellation: () =>
    catalogueError(
      NOT_ALLOWED,
      "REFUND_OF_CANCELLATION",
      "This refund belongs to a cancelled order, whose goods are for sale again: its money has to go back"
    ),
  notDue: () =>
    catalogueError(
      NOT_ALLOWED,
      "REFUND_NOT_DUE",
      "Only a refund that waits to be made by hand can be marked or given up"
    ),
}

/** Whether a refund was refused because all of its money has gone back, or is on its way. */
export function isNothingToRefund(error: unknown): boolean {
  return (error as { code?: unknown }).code === RefundErrors.nothing().code
}

/** Refusals of what a company does to an order. */
export const OrderErrors = {
  confirmProvider: () =>
    catalogueError(
      NOT_ALLOWED,
      "CONFIRM_PROVIDER_PAYS",
      "The payment provider confirms this order itself; only orders that are paid at the shop are confirmed by hand"
    ),
  confirmClosed: () =>
    catalogueError(
      NOT_ALLOWED,
      "CONFIRM_ORDER_CLOSED",
      "This order is cancelled or has expired; it cannot be paid"
    ),
  confirmShort: (lines: Array<{ title: string; wanted: string; available: string }>) =>
    catalogueError(
      NOT_ALLOWED,
      "CONFIRM_SHORT_STOCK",
      `Not enough in stock: ${lines.map((l) => `${l.title} (wanted ${l.wanted}, left ${l.available})`).join("; ")}`
    ),
  refundAtOrder: () =>
    catalogueError(
      NOT_ALLOWED,
      "REFUND_AT_ORDER",
      "This order has been paid. Refund or cancel it at the order itself (POST /admin/orders/:id/refunds, " +
        "POST /merchant/orders/:id/refund or /cancel): money, stock, receipt and books go back together there"
    ),
  isHistory: () =>
    catalogueError(
      NOT_ALLOWED,
      "ORDER_IS_HISTORY",
      "This order was brought over from an older system: it can be looked at. One that nobody paid for can be cancelled; " +
        "its goods are sold at the cash desk, or by a new order"
    ),
  awaitsPayment: () =>
    catalogueError(
      NOT_ALLOWED,
      "ORDER_AWAITS_PAYMENT",
      "This order waits for its payment: its provider tells of it, or its company confirms it " +
        "(POST /merchant/orders/:id/confirm-payment)"
    ),
  notPaid: () =>
    catalogueError(
      NOT_ALLOWED,
      "ORDER_NOT_PAID",
      "This order has not been paid; its goods are handed over when it is (confirm the payment of an order paid at the shop)"
    ),
  moneyGoesBack: () =>
    catalogueError(
      NOT_ALLOWED,
      "ORDER_MONEY_GOES_BACK",
      "This order is cancelled or its money is going back; nothing of it may be handed over"
    ),
  frozen: () =>
    catalogueError(
      NOT_ALLOWED,
      "ORDER_IS_FROZEN",
      "The goods of a company's order cannot be changed after it was placed; refund them, and let the shopper order anew"
    ),
  sendLineUnknown: (id: string) =>
    catalogueError(INVALID_DATA, "FULFILL_LINE_UNKNOWN", `This order has no line "${id}"`),
  sendQuantityWrong: (title: string, left: number) =>
    catalogueError(
      INVALID_DATA,
      "FULFILL_QUANTITY_WRONG",
      left > 0
        ? `Of "${title}", a quantity from 1 to ${left} can be sent`
        : `Nothing of "${title}" is left to send`
    ),
  returnAtShop: () =>
    catalogueError(
      NOT_ALLOWED,
      "RETURN_AT_SHOP",
      "Ask the shop to take goods back: it refunds them at the order"
    ),
  cancelHandedOver: () =>
    catalogueError(
      NOT_ALLOWED,
      "CANCEL_HANDED_OVER",
      "Goods of this order are on their way or handed over; refund them instead of cancelling"
    ),
}
