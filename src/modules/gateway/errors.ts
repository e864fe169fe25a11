import { MedusaError } from "@medusajs/framework/utils"
import { catalogueError } from "../../lib/errors"

const { NOT_ALLOWED } = MedusaError.Types

/** Refusals of what an operator does by hand to an order that a provider is, or was, paid for. */
export const GatewayOrderErrors = {
  refundInCabinet: () =>
    catalogueError(
      NOT_ALLOWED,
      "PAYME_REFUND_IN_CABINET",
      "This order has been paid at Payme. Refund it in the Payme Business cabinet: Payme then tells the market, and the " +
        "order is cancelled and the refund booked here by itself"
    ),
  paymentInProgress: () =>
    catalogueError(
      NOT_ALLOWED,
      "ORDER_PAYMENT_IN_PROGRESS",
      "The shopper is paying for this order right now; try again in a few minutes"
    ),
  awaitsPayment: () =>
    catalogueError(
      NOT_ALLOWED,
      "ORDER_AWAITS_PAYMENT",
      "This order waits for its payment, and the provider has been told its amount; cancel it, or wait until it is paid"
    ),
  paymentOfGroup: () =>
    catalogueError(
      NOT_ALLOWED,
      "PAYMENT_OF_GROUP",
      "This payment was made for a whole order group and is captured by itself; refund it at its orders " +
        "(POST /admin/orders/:id/refunds)"
    ),
}

/** Refusals of a provider's event about a payment that is made before its order exists. */
export const PaymentEventErrors = {
  /** Says nothing about why: whoever forges signatures learns nothing. */
  refused: () =>
    catalogueError(
      MedusaError.Types.INVALID_DATA,
      "PAYMENT_EVENT_REFUSED",
      "The event is not signed with this market's webhook secret, or can't be read"
    ),
}
