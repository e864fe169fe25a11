import { ProofPaymentProvider } from "../support/proof-provider"

/** Payme as Medusa sees it: the Merchant API (`POST /hooks/payme`) brings the proof. */
class PaymePaymentProvider extends ProofPaymentProvider {
  static override identifier = "payme"

  /**
   * The Merchant API has no call by which a shop refunds: the merchant presses "refund" in Payme's cabinet, and Payme
   * calls CancelTransaction.
   */
  protected refundRefusal() {
    return {
      code: "PAYME_REFUND_IN_CABINET",
      message:
        "Payme refunds are made in the Payme Business cabinet: find the payment there and press refund. " +
        "Payme then tells the market, and the refund is booked here by itself.",
    }
  }
}

export default PaymePaymentProvider
