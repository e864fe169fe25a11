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
 * A payment provider whose money moves elsewhere, and is told to us: by a provider's signed call (Payme, Click, Uzum), by
 * a company's cashier (cash), by a payment that was made for the whole cart (share). This class never talks to the
 * outside: it turns the proof that such a telling brings into Medusa's states.
 *
 * `data` of a session can hold what a shopper sent. Nothing in it is believed: every answer below builds `data` anew,
 * and only `context.proof`, which no HTTP route of Medusa passes on, makes a payment authorised.
 */
export abstract class ProofPaymentProvider extends AbstractPaymentProvider {
  // The base class hides its constructor; a provider registration needs a public one.
  constructor(cradle: Record<string, unknown>, options: Record<string, unknown>) {
    super(cradle, options)
  }

  /** What to tell somebody who asks for a refund without proof that the money has gone back. */
  protected abstract refundRefusal(): { code: string; message: string }

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

  /** The money has moved already; there is nothing to capture. */
  async capturePayment(input: CapturePaymentInput): Promise<CapturePaymentOutput> {
    return { data: input.data }
  }

  /**
   * Books a refund that has happened. Whoever gives the money back (a provider's call, the refund workflow) leaves
   * `refund_proof` in the payment's data; nobody else's request books anything. A proof is good for one refund.
   */
  async refundPayment(input: RefundPaymentInput): Promise<RefundPaymentOutput> {
    if (!input.data?.refund_proof) {
      const { code, message } = this.refundRefusal()
      throw new MedusaError(MedusaError.Types.NOT_ALLOWED, message, code)
    }
    // Medusa merges what is returned into what it has: a key that is left out would stay.
    return { data: { ...input.data, refund_proof: null } }
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

  /** No accounts of customers are kept; without this Medusa would warn at every payment of a signed-in shopper. */
  async createAccountHolder({ context }: CreateAccountHolderInput): Promise<CreateAccountHolderOutput> {
    return { id: context.customer.id }
  }

  /** Medusa's generic webhook answers before it acts, which these providers cannot use; it stays without effect. */
  async getWebhookActionAndData(_: ProviderWebhookPayload["payload"]): Promise<WebhookActionResult> {
    return { action: PaymentActions.NOT_SUPPORTED }
  }
}

/** The refusal of providers whose refunds are asked for at the order. */
export const REFUND_AT_ORDER = {
  code: "REFUND_AT_ORDER",
  message:
    "Refund this order through its own refund (POST /admin/orders/:id/refunds or POST /merchant/orders/:id/refund): the " +
    "money, the receipt and the books go back together there",
}
