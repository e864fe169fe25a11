import { ProofPaymentProvider, REFUND_AT_ORDER } from "../support/proof-provider"

/** Cash, or a card at the shop's own terminal: the company's cashier confirms that the money is there. */
class CashPaymentProvider extends ProofPaymentProvider {
  static override identifier = "cash"

  protected refundRefusal() {
    return REFUND_AT_ORDER
  }
}

export default CashPaymentProvider
