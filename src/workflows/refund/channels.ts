import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { CASH_PROVIDER, providerKind, SYSTEM_PROVIDER } from "../../lib/payment-providers"
import { RefundView } from "../../modules/order-group/lib/refund-rows"
import { toTiyin } from "../../lib/money"
import { reverseClickPayment } from "../click"
import { refundPrepaid } from "../prepaid"

/**
 * What came of asking for a refund. `unknown`: the provider may or may not have done it; the same question is asked
 * again later, with the same key. `by-hand`: there is nobody to ask.
 */
export type Outcome =
  | { kind: "done" }
  | { kind: "refused"; reason: string }
  | { kind: "unknown"; reason: string }
  | { kind: "by-hand" }

/** The provider's transaction that paid an order. */
export type Paying = { transaction_id: string; amount_tiyin: number; order_count: number }

type Channel = (container: MedusaContainer, refund: RefundView, paying: Paying) => Promise<Outcome>

const BY_HAND: Outcome = { kind: "by-hand" }
const isWhole = (refund: RefundView, { amount_tiyin }: Paying) => toTiyin(refund.amount) === amount_tiyin

/**
 * How each kind of provider gives money back. Payme's Merchant API and Uzum's have no call for it: the money goes back in
 * their cabinets, and their own calls close the refund. Click's takes back whole payments only. What is not named here was
 * paid for the whole cart at a provider of Medusa's (Stripe).
 */
const CHANNELS: Record<string, Channel> = {
  payme: async () => BY_HAND,
  uzum: async () => BY_HAND,
  click: async (container, refund, paying) =>
    isWhole(refund, paying)
      ? reverseClickPayment(container, { transaction_id: paying.transaction_id, idempotency_key: refund.id })
      : BY_HAND,
}

/** Asks for the money of a refund. The key stays the refund's id, however often it is asked. */
export async function askProvider(container: MedusaContainer, refund: RefundView): Promise<Outcome> {
  if (refund.provider_id === CASH_PROVIDER || refund.provider_id === SYSTEM_PROVIDER) {
    // Whoever enters the refund gives the money back over the counter.
    return { kind: "done" }
  }
  const paying = await payingTransaction(container, refund.group_id)
  if (!paying) {
    return BY_HAND
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

async function payingTransaction(container: MedusaContainer, groupId: string): Promise<Paying | null> {
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: Paying[] }>(
    `select t.id as transaction_id, t.amount_tiyin::float8 as amount_tiyin,
            (select count(*)::int from company_order c where c.group_id = p.order_group_id and c.deleted_at is null) as order_count
       from gateway_payable p join gateway_transaction t on t.payable_id = p.id and t.state = 2 and t.deleted_at is null
      where p.order_group_id = ? and p.deleted_at is null`,
    [groupId]
  )
  return rows[0] ?? null
}
