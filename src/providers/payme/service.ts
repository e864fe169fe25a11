import {
  AuthorizePaymentInput,
  AuthorizePaymentOutput,
  CancelPaymentOutput,
  CapturePaymentInput,
  CapturePaymentOutput,
  CreateAccountHolderInput,
  CreateAccountHolderOutput,
  DeletePaymentOutput,
  GetPaymentStatusInput,
  GetPaymentStatusOutput,
  InitiatePaymentInput,
  InitiatePaymentOutput,
  ProviderWebhookPayload,
  RefundPaymentInput,
  RefundPaymentOutput,
  RetrievePaymentInput,
  RetrievePaymentOutput,
  UpdatePaymentInput,
  UpdatePaymentOutput,
  WebhookActionResult,
} from "@medusajs/framework/types"
import {
  AbstractPaymentProvider,
  MedusaError,
  PaymentActions,
  PaymentSessionStatus,
} from "@medusajs/framework/utils"

/**
 * Payme as Medusa sees it. The money moves at Payme and is told to us by the Merchant API (`POST /hooks/payme`), so
 * this class never talks to the outside: it turns the proof that the callback brings into Medusa's states.
 *
 * `data` of a session can hold what a shopper sent. Nothing in it is believed: every answer below builds `data` anew,
 * and only `context.proof`, which no HTTP route of Medusa passes on, makes a payment authorised.
 */
class PaymePaymentProvider extends AbstractPaymentProvider {
  static override identifier = "payme"

  // The base class hides its constructor; a provider registration needs a public one.
  constructor(cradle: Record<string, unknown>, options: Record<string, unknown>) {
    super(cradle, options)
  }

  async initiatePayment(input: InitiatePaymentInput): Promise<InitiatePaymentOutput> {
    const id = String(input.data?.session_id ?? "")
    return { id, data: { session_id: id }, status: PaymentSessionStatus.PENDING }
  }

  /** Order first, then pay: without proof the order is made and waits. */
  async authorizePayment(input: AuthorizePaymentInput): Promise<AuthorizePaymentOutput> {
    const session_id = input.data?.session_id
    const proof = (input.context as { proof?: { transaction?: string } } | undefined)?.proof
    if (!proof?.transaction) {
      return { status: PaymentSessionStatus.PENDING_AUTHORIZATION, data: { session_id } }
    }
    return { status: PaymentSessionStatus.AUTHORIZED, data: { session_id, transaction: proof.transaction } }
  }

  /** The debit has already happened at Payme; there is no separate capture in the Merchant API. */
  async capturePayment(input: CapturePaymentInput): Promise<CapturePaymentOutput> {
    return { data: input.data }
  }

  /**
   * The Merchant API has no call by which a shop refunds: the merchant presses "refund" in Payme's cabinet, and Payme
   * calls CancelTransaction. Only that call, which leaves `payme_cancelled` in the payment's data, books a refund.
   */
  async refundPayment(input: RefundPaymentInput): Promise<RefundPaymentOutput> {
    if (!input.data?.payme_cancelled) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        "Payme refunds are made in the Payme Business cabinet: find the payment there and press refund. " +
          "Payme then tells the market, and the refund is booked here by itself.",
        "PAYME_REFUND_IN_CABINET"
      )
    }
    return { data: input.data }
  }

  async cancelPayment(): Promise<CancelPaymentOutput> {
    return {}
  }

  async deletePayment(): Promise<DeletePaymentOutput> {
    return {}
  }

  async updatePayment(input: UpdatePaymentInput): Promise<UpdatePaymentOutput> {
    return { data: { session_id: input.data?.session_id }, status: PaymentSessionStatus.PENDING }
  }

  async retrievePayment(input: RetrievePaymentInput): Promise<RetrievePaymentOutput> {
    return { data: input.data }
  }

  async getPaymentStatus(input: GetPaymentStatusInput): Promise<GetPaymentStatusOutput> {
    const isAuthorized = !!input.data?.transaction
    return {
      status: isAuthorized ? PaymentSessionStatus.AUTHORIZED : PaymentSessionStatus.PENDING_AUTHORIZATION,
    }
  }

  /** Payme's Merchant API knows no customers; without this Medusa would warn at every payment of a signed-in shopper. */
  async createAccountHolder({ context }: CreateAccountHolderInput): Promise<CreateAccountHolderOutput> {
    return { id: context.customer.id }
  }

  /** Medusa's generic webhook answers before it acts, which Payme cannot use; it stays without effect here. */
  async getWebhookActionAndData(_: ProviderWebhookPayload["payload"]): Promise<WebhookActionResult> {
    return { action: PaymentActions.NOT_SUPPORTED }
  }
}

export default PaymePaymentProvider
