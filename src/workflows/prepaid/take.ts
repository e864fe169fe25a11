import { BigNumberInput, MedusaContainer, PaymentDTO } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  generateEntityId,
  MathBN,
  MedusaError,
  Modules,
  PaymentSessionStatus,
} from "@medusajs/framework/utils"
import { toTiyin } from "../../lib/money"
import { GATEWAY_MODULE } from "../../modules/gateway"
import GatewayModuleService from "../../modules/gateway/service"
import { Decision, GatewayView } from "../../modules/gateway/types"
import { CheckoutErrors } from "../../modules/order-group/errors"
import { chargedAmount } from "../../providers/stripe/amount"
import { paymentFacts } from "./lib/facts"

export type RealSession = { id: string; provider_id: string; amount: BigNumberInput }

export type Taking = {
  group_id: string
  cart_id: string
  session: RealSession
  currency_code: string
  /** What the orders of the group cost together, in major units. */
  total: string
}

/**
 * Makes a shopper's real payment the payment of a group whose orders and stock are there: what the group owes is written,
 * the provider is asked whether the money is, and its answer becomes a live transaction. Nothing is captured yet.
 * Repeating it after an interruption finds what was written.
 * @returns the transaction's id
 * @throws {MedusaError} payment_requires_more_error or payment_authorization_error, as Medusa's own completion;
 *   CHECKOUT_AMOUNT_CHANGED when the payment is not what the orders cost; CHECKOUT_PAYMENT_USED when it paid for others
 */
export async function takePayment(container: MedusaContainer, taking: Taking): Promise<string> {
  const { session, currency_code, total } = taking
  if (!MathBN.eq(chargedAmount(session.amount, currency_code), total)) {
    throw CheckoutErrors.amountChanged()
  }
  const gateway = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  const { reference } = await gateway.openPayable({
    order_group_id: taking.group_id,
    provider_id: session.provider_id,
    provider_ids: [session.provider_id],
    amount_tiyin: toTiyin(total),
    currency_code,
    expires_at: null,
    fiscal: null,
  })
  try {
    const payment = await authorize(container, session.id)
    const { external_id, doubt } = paymentFacts(
      session.provider_id,
      payment.data,
      { session_id: session.id, amount: total, currency_code },
      payment.id
    )
    if (doubt) {
      throw CheckoutErrors.amountChanged()
    }
    const account = { payment_id: payment.id, payment_session_id: session.id, cart_id: taking.cart_id }
    return await gateway.decide({ provider_id: session.provider_id, external_id, reference }, (view) =>
      begin(view, external_id, account, Date.now())
    )
  } catch (error) {
    await gateway.discardPayable(taking.group_id)
    throw error
  }
}

/** One live transaction per payment and per group; the same payment again finds its own. */
function begin(
  { own, others, payable }: GatewayView,
  external_id: string,
  account: Record<string, unknown>,
  now: number
): Decision<string> {
  if (own && own.payable_id === payable?.id) {
    return { answer: own.id }
  }
  if (own || !payable || others.some(({ state }) => state > 0)) {
    throw CheckoutErrors.paymentUsed()
  }
  const id = generateEntityId(undefined, "gtx")
  const { amount_tiyin } = payable
  return {
    insert: { id, external_id, amount_tiyin, account, provider_time: now, create_time: now },
    answer: id,
  }
}

/**
 * Asks the provider of a session for its authorisation, and answers as Medusa's own step means to: that step never gets
 * as far, because the module refuses every state but two with `not_allowed` (2.21.2).
 */
async function authorize(container: MedusaContainer, sessionId: string): Promise<PaymentDTO> {
  const payments = container.resolve(Modules.PAYMENT)
  let failure: unknown = null
  try {
    const payment = await payments.authorizePaymentSession(sessionId, {})
    if (payment) {
      return payment
    }
  } catch (error) {
    failure = error
  }
  const [session] = await payments.listPaymentSessions({ id: sessionId }, { select: ["id", "status"] })
  if (session && WAITING.includes(session.status as PaymentSessionStatus)) {
    throw new MedusaError(
      MedusaError.Types.PAYMENT_REQUIRES_MORE_ERROR,
      "More information is required for payment"
    )
  }
  if (failure && !MedusaError.isMedusaError(failure)) {
    const { message } = failure as Error
    container.resolve(ContainerRegistrationKeys.LOGGER).warn(`payment session ${sessionId}: ${message}`)
    throw CheckoutErrors.providerUnreached()
  }
  throw new MedusaError(MedusaError.Types.PAYMENT_AUTHORIZATION_ERROR, "Payment authorization failed")
}

/** The shopper's bank, or the shopper, has something to do yet; the money may come, and then the provider tells. */
const WAITING = [PaymentSessionStatus.REQUIRES_MORE, PaymentSessionStatus.PENDING_AUTHORIZATION]
