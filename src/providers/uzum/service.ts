import { ProofPaymentProvider, REFUND_AT_ORDER } from "../support/proof-provider"

/** Uzum Bank as Medusa sees it: `POST /hooks/uzum/confirm` of the Merchant API brings the proof. */
class UzumPaymentProvider extends ProofPaymentProvider {
  static override identifier = "uzum"

  protected refundRefusal() {
    return REFUND_AT_ORDER
  }
}

export default UzumPaymentProvider
