import { ProofPaymentProvider, REFUND_AT_ORDER } from "../support/proof-provider"

/** Click as Medusa sees it: Complete of the SHOP API (`POST /hooks/click/complete`) brings the proof. */
class ClickPaymentProvider extends ProofPaymentProvider {
  static override identifier = "click"

  protected refundRefusal() {
    return REFUND_AT_ORDER
  }
}

export default ClickPaymentProvider
