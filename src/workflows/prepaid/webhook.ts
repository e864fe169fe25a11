import {
  BigNumberInput,
  MedusaContainer,
  ProviderWebhookPayload,
  WebhookActionResult,
} from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MathBN,
  MedusaError,
  Modules,
  PaymentActions,
} from "@medusajs/framework/utils"
import { notFound } from "../../lib/errors"
import { isPrepaid } from "../../lib/payment-providers"
import { GATEWAY_MODULE } from "../../modules/gateway"
import { PaymentEventErrors } from "../../modules/gateway/errors"
import GatewayModuleService from "../../modules/gateway/service"
import { AlertKind } from "../../modules/gateway/types"
import { CheckoutErrors } from "../../modules/order-group/errors"
import { chargedAmount } from "../../providers/stripe/amount"
import { completeCheckout } from "../checkout"
import { noteStripeEvent } from "./stripe-events"

/** `provider` as it stands in the address: a provider's id without Medusa's `pp_`. */
export type PaymentEvent = { provider: string; payload: ProviderWebhookPayload["payload"] }

/** What became of an event; every one of them is answered with 200. */
export type EventOutcome = "settled" | "unpaid" | "unknown_payment" | "noted"

type Session = {
  id: string
  provider_id: string
  amount: BigNumberInput
  currency_code: string
  cart_id: string | null
}

/** The money is there: authorised, or captured already. */
const PAID: string[] = [PaymentActions.AUTHORIZED, PaymentActions.SUCCESSFUL]

/**
 * Takes in what a provider that is paid before the order exists tells of a payment. It takes the place of Medusa's own
 * handler, which completes carts by itself, one order for all companies: here a paid cart goes through our completion,
 * once, whoever comes first. An event that was told before, or comes late, changes nothing.
 * @throws {MedusaError} 404 for other providers; PAYMENT_EVENT_REFUSED for a wrong signature; what the completion throws,
 *   so that the provider tells again later
 */
export async function receivePaymentEvent(
  container: MedusaContainer,
  event: PaymentEvent
): Promise<EventOutcome> {
  const provider_id = `pp_${event.provider}`
  const { options } = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  const [known] = await container
    .resolve(Modules.PAYMENT)
    .listPaymentProviders({ id: provider_id, is_enabled: true })
  if (!known || !isPrepaid(provider_id, options)) {
    throw notFound("Payment provider", event.provider)
  }
  const { action, data } = await read(container, event)
  if (typeof data?.session_id !== "string") {
    await noteStripeEvent(container, provider_id, event.payload.data)
    return "noted"
  }
  return PAID.includes(action)
    ? complete(container, provider_id, { session_id: data.session_id, amount: data.amount as BigNumberInput })
    : "noted"
}

async function read(container: MedusaContainer, event: PaymentEvent): Promise<WebhookActionResult> {
  try {
    return await container.resolve(Modules.PAYMENT).getWebhookActionAndData(event)
  } catch (error) {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    logger.warn(`an event of ${event.provider} is refused: ${(error as Error).message.split("\n")[0]}`)
    throw PaymentEventErrors.refused()
  }
}

async function complete(
  container: MedusaContainer,
  provider_id: string,
  told: { session_id: string; amount: BigNumberInput }
): Promise<EventOutcome> {
  const { session_id } = told
  const alert = (kind: AlertKind, reason: string) =>
    container
      .resolve<GatewayModuleService>(GATEWAY_MODULE)
      .raiseAlert({ kind, provider_id, reference: session_id, data: { ...told, reason } })
  const session = await sessionOf(container, session_id)
  if (!session?.cart_id || session.provider_id !== provider_id) {
    // A session that a changed cart left behind. Its payment was cancelled with it; money that came all the same is lost.
    await alert("payment_without_order", "the cart has another payment now")
    return "unknown_payment"
  }
  if (!MathBN.eq(told.amount, chargedAmount(session.amount, session.currency_code))) {
    await alert("payment_without_order", "the amount is not what the cart costs")
    throw CheckoutErrors.amountChanged()
  }
  const { id, unpaid } = await completeCheckout(container, { cart_id: session.cart_id, session_id }).catch(
    async (error: MedusaError) => {
      if (FINAL.includes(error.type)) {
        await alert("payment_without_order", error.message)
      }
      throw error
    }
  )
  if (unpaid?.code === "CHECKOUT_PROVIDER_UNREACHED") {
    throw unpaid
  }
  if (unpaid) {
    return "unpaid"
  }
  if (!(await isPaidBy(container, id, session_id))) {
    await alert("double_payment", "the cart was ordered with another payment")
  }
  return "settled"
}

/** Refusals of a completion that will not pass by themselves: somebody has to look at the shopper's money. */
const FINAL: string[] = [MedusaError.Types.NOT_ALLOWED, MedusaError.Types.INVALID_DATA]

/** A payment session with its cart: one statement. */
async function sessionOf(container: MedusaContainer, id: string): Promise<Session | undefined> {
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: Session[] }>(
    `select s.id, s.provider_id, s.amount, s.currency_code, l.cart_id from payment_session s
       left join cart_payment_collection l
              on l.payment_collection_id = s.payment_collection_id and l.deleted_at is null
      where s.id = ? and s.deleted_at is null`,
    [id]
  )
  return rows[0]
}

/** Whether a group's transaction is the one of this session: one statement. */
async function isPaidBy(container: MedusaContainer, groupId: string, sessionId: string): Promise<boolean> {
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: unknown[] }>(
    `select 1 from gateway_transaction t join gateway_payable p on p.id = t.payable_id
      where p.order_group_id = ? and t.account ->> 'payment_session_id' = ? and t.deleted_at is null limit 1`,
    [groupId, sessionId]
  )
  return rows.length > 0
}
