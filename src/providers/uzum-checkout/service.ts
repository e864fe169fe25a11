import { ProofPaymentProvider, REFUND_AT_ORDER } from "../support/proof-provider"

/** Uzum Checkout as Medusa sees it: the state of the order at Uzum, asked for by us, is the proof. */
class UzumCheckoutPaymentProvider extends ProofPaymentProvider {
  static override identifier = "uzumcheckout"

  protected refundRefusal() {
    return REFUND_AT_ORDER
  }
}

export default UzumCheckoutPaymentProvider
