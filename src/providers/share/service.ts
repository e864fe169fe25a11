import { ProofPaymentProvider, REFUND_AT_ORDER } from "../support/proof-provider"

/** An order's share of one payment that was made for the whole cart (Stripe): that payment is the proof. */
class SharePaymentProvider extends ProofPaymentProvider {
  static override identifier = "share"

  protected refundRefusal() {
    return REFUND_AT_ORDER
  }
}

export default SharePaymentProvider
