import { createRequire } from "node:module"
import {
  InitiatePaymentInput,
  InitiatePaymentOutput,
  RefundPaymentInput,
  RefundPaymentOutput,
  UpdatePaymentInput,
  UpdatePaymentOutput,
} from "@medusajs/framework/types"
import stripe, { discoveryPath } from "@medusajs/medusa/payment-stripe"
import { chargedAmount, stripeAmount } from "./amount"

type Options = { apiKey: string; webhookSecret: string; apiUrl?: string }

type Refund = {
  id: string
  status: string | null
  failure_reason?: string
  metadata?: Record<string, string> | null
}
type RefundRequest = { payment_intent: string; amount: number; metadata: Record<string, string> }

/** What is used here of Stripe's client. */
type Client = {
  refunds: {
    list(filter: { payment_intent: string; limit: number }): Promise<{ data: Refund[] }>
    create(request: RefundRequest, options: { idempotencyKey: string }): Promise<Refund>
  }
}
type ClientClass = new (apiKey: string, config: { host: string; port: string; protocol: string }) => Client

/** What is used here of Medusa's own provider; its package exports no type of it. */
type MedusaStripe = {
  stripe_: Client
  initiatePayment(input: InitiatePaymentInput): Promise<InitiatePaymentOutput>
  updatePayment(input: UpdatePaymentInput): Promise<UpdatePaymentOutput>
  refundPayment(input: RefundPaymentInput): Promise<RefundPaymentOutput>
  buildError(message: string, error: Error): Error
}

const Medusa = stripe.services.find(
  (service) => (service as unknown as { identifier: string }).identifier === "stripe"
) as unknown as new (cradle: Record<string, unknown>, options: Options) => MedusaStripe

/** Metadata of a refund at Stripe: the key of ours that asked for it. */
const REFUND_KEY = "refund_key"

/**
 * Medusa's own Stripe provider, with four things that it lacks: another address of the API (for emulators), amounts in the
 * money that people pay in (a discount can leave a cart with a part of a so'm; its orders never have one), errors that
 * still say what Stripe answered, and refunds that can be found again by the key that asked for them.
 */
class StripePaymentProvider extends Medusa {
  static identifier = "stripe"

  constructor(cradle: Record<string, unknown>, options: Options) {
    super(cradle, options)
    if (options.apiUrl) {
      const { hostname, port, protocol } = new URL(options.apiUrl)
      // The client class that Medusa's provider itself uses; it passes no other options on to it.
      const Client = createRequire(discoveryPath)("stripe") as ClientClass
      const standard = protocol === "https:" ? "443" : "80"
      this.stripe_ = new Client(options.apiKey, {
        host: hostname,
        port: port || standard,
        protocol: protocol.slice(0, -1),
      })
    }
  }

  static validateOptions(options: Partial<Options>): void {
    for (const name of ["apiKey", "webhookSecret"] as const) {
      if (!options[name]) {
        throw new Error(`Stripe's option ${name} is missing`)
      }
    }
  }

  override initiatePayment(input: InitiatePaymentInput): Promise<InitiatePaymentOutput> {
    return super.initiatePayment({ ...input, amount: chargedAmount(input.amount, input.currency_code) })
  }

  override updatePayment(input: UpdatePaymentInput): Promise<UpdatePaymentOutput> {
    return super.updatePayment({ ...input, amount: chargedAmount(input.amount, input.currency_code) })
  }

  /**
   * Refunds once per key, also when the answer was lost and Stripe has forgotten the key (it keeps keys for a day): the
   * key is written on the refund, and looked for before a new one is made.
   */
  override async refundPayment(input: RefundPaymentInput): Promise<RefundPaymentOutput> {
    const { data, amount, context } = input
    const [id, currency, key] = [data?.id as string, data?.currency as string, context?.idempotency_key]
    if (!id || !currency || !key) {
      throw new Error("A refund at Stripe needs its payment and a key")
    }
    let refund: Refund
    try {
      const { data: made } = await this.stripe_.refunds.list({ payment_intent: id, limit: 100 })
      refund =
        made.find(({ metadata }) => metadata?.[REFUND_KEY] === key) ??
        (await this.stripe_.refunds.create(
          { payment_intent: id, amount: stripeAmount(amount, currency), metadata: { [REFUND_KEY]: key } },
          { idempotencyKey: key }
        ))
    } catch (error) {
      throw this.buildError("An error occurred in refundPayment", error as Error)
    }
    if (refund.status === "failed" || refund.status === "canceled") {
      const reason = `Stripe's refund ${refund.id} has ${refund.status}: ${refund.failure_reason ?? "no reason given"}`
      throw Object.assign(new Error(reason), { cause: { statusCode: 400 } })
    }
    return { data }
  }

  override buildError(message: string, error: Error): Error {
    return Object.assign(super.buildError(message, error), { cause: error })
  }
}

export default StripePaymentProvider
