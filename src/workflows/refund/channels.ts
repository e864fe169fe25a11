import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { CASH_PROVIDER, providerKind, SYSTEM_PROVIDER } from "../../lib/payment-providers"
import { RefundView } from "../../modules/order-group/lib/refund-rows"
import { GATEWAY_MODULE } from "../../modules/gateway"
import GatewayModuleService from "../../modules/gateway/service"
import { ORDER_GROUP_MODULE } from "../../modules/order-group"
import OrderGroupModuleService from "../../modules/order-group/service"
import { toTiyin } from "../../lib/money"
import { refuseReversal } from "../../providers/click/protocol"
import { reverseClickPayment } from "../click"
import { clickOptions, merchantApiOf } from "../click/payment"
import { refundPrepaid } from "../prepaid"
import { refundUzumCheckout } from "../uzum-checkout"

/**
 * What came of asking for a refund. `unknown`: the provider may or may not have done it; the same question is asked
 * again later, with the same key. `by-hand`: there is nobody to ask.
 */
export type Outcome =
  | { kind: "done" }
  | { kind: "refused"; reason: string }
  | { kind: "unknown"; reason: string }
  | { kind: "by-hand" }

/** The provider's transaction that paid an order; times in milliseconds since 1970. */
export type Paying = {
  transaction_id: string
  amount_tiyin: number
  perform_time: number
  /** Its capture is not written to the end yet. */
  is_performing: boolean
}

type Channel = (container: MedusaContainer, refund: RefundView, paying: Paying) => Promise<Outcome>

const BY_HAND: Outcome = { kind: "by-hand" }
const isWhole = (refund: RefundView, { amount_tiyin }: Paying) => toTiyin(refund.amount) === amount_tiyin

/**
 * How each kind of provider gives money back. Payme's Merchant API and Uzum's have no call for it: the money goes back in
 * their cabinets, and their own calls close the refund. What is not named here was paid for the whole cart at a provider
 * of Medusa's (Stripe).
 */
const CHANNELS: Record<string, Channel> = {
  payme: async () => BY_HAND,
  uzum: async () => BY_HAND,
  click: refundClick,
  uzumcheckout: refundTerminal,
}

/** Asks for the money of a refund. The key stays the refund's id, however often it is asked. */
export async function askProvider(container: MedusaContainer, refund: RefundView): Promise<Outcome> {
  if (refund.provider_id === CASH_PROVIDER || refund.provider_id === SYSTEM_PROVIDER) {
    // Whoever enters the refund gives the money back over the counter.
    return { kind: "done" }
  }
  const paying = await payingTransaction(container, refund)
  if (!paying) {
    return BY_HAND
  }
  if (paying.is_performing) {
    return { kind: "unknown", reason: "the payment is being booked" }
  }
  const channel = CHANNELS[providerKind(refund.provider_id)]
  return channel
    ? channel(container, refund, paying)
    : refundPrepaid(container, {
        transaction_id: paying.transaction_id,
        amount: Number(refund.amount),
        idempotency_key: refund.id,
      })
}

/**
 * Click takes back whole payments only, in their month, and only with its Merchant API: without them Click would refuse
 * for ever, and a person has to do it. A refund that Click was asked for once is always Click's to answer.
 */
async function refundClick(container: MedusaContainer, refund: RefundView, paying: Paying): Promise<Outcome> {
  const window = {
    paid_at: paying.perform_time,
    now: Date.now(),
    paid_tiyin: paying.amount_tiyin,
    amount_tiyin: toTiyin(refund.amount),
  }
  const isPossible = !refuseReversal(window) && merchantApiOf(clickOptions(container), refund.provider_id)
  if (!isPossible && !wasAsked(refund)) {
    return BY_HAND
  }
  await noteAsked(container, refund)
  return reverseClickPayment(container, {
    transaction_id: paying.transaction_id,
    idempotency_key: refund.id,
  })
}

/** Where Uzum issues the receipts, it refunds whole payments only: a part would need its lines. */
async function refundTerminal(
  container: MedusaContainer,
  refund: RefundView,
  paying: Paying
): Promise<Outcome> {
  const { options } = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  if (options.uzum_checkout.auto_fiscal && !isWhole(refund, paying) && !wasAsked(refund)) {
    return BY_HAND
  }
  await noteAsked(container, refund)
  return refundUzumCheckout(container, {
    transaction_id: paying.transaction_id,
    amount_tiyin: toTiyin(refund.amount),
    idempotency_key: refund.id,
  })
}

const wasAsked = ({ error }: RefundView) => error !== null

/** Before the question goes out: should we die waiting for its answer, it stays a refund that the provider was asked for. */
async function noteAsked(container: MedusaContainer, { id }: RefundView): Promise<void> {
  await container
    .resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
    .moveRefund(id, { from: ["processing"], to: "processing", error: "asked; no answer yet" })
}

async function payingTransaction(container: MedusaContainer, refund: RefundView): Promise<Paying | null> {
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: Paying[] }>(
    `select t.id as transaction_id, t.amount_tiyin::float8 as amount_tiyin, t.perform_time::float8 as perform_time,
            t.state = 1 as is_performing
       from gateway_payable p join gateway_transaction t on t.payable_id = p.id and t.deleted_at is null
            and (t.state = 2 or (t.state = 1 and t.performing_at is not null))
      where p.order_group_id = ? and t.provider_id = ? and p.deleted_at is null order by t.sequence limit 1`,
    [refund.group_id, refund.provider_id]
  )
  return rows[0] ?? null
}
