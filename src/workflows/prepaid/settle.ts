import { ContainerRegistrationKeys, Modules, PaymentSessionStatus } from "@medusajs/framework/utils"
import { MedusaContainer, PaymentDTO } from "@medusajs/framework/types"
import { assertId } from "../../lib/errors"
import { GATEWAY_MODULE } from "../../modules/gateway"
import GatewayModuleService from "../../modules/gateway/service"
import { Decision, GatewayView, TransactionChange, TransactionView } from "../../modules/gateway/types"
import { announce, finishPerform, underPaymentLock } from "../gateway/settle"
import { GatewayEvents } from "../../modules/gateway/events"
import { closeOrderGroup } from "../order-group"
import { PaymentGone } from "./capture"
import { providerCalls } from "./provider"
import { refundPrepaid } from "./refund"

type Key = { provider_id: string; external_id: string }
type Live = TransactionView & { order_group_id: string }

const LIVE = `select t.provider_id, t.external_id from gateway_transaction t
  join gateway_payable p on p.id = t.payable_id and p.deleted_at is null
  join order_group g on g.id = p.order_group_id and g.status <> 'placing' and g.deleted_at is null
 where t.state = 1 and jsonb_exists(t.account, 'payment_id') and t.deleted_at is null`

/** Settles a group whose real payment is authorised: captured, booked in each order, told of. Repeating it changes nothing. */
export async function settlePrepaid(container: MedusaContainer, groupId: string): Promise<void> {
  assertId(groupId, "order group id")
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await knex.raw<{ rows: Key[] }>(`${LIVE} and p.order_group_id = ?`, [groupId])
  for (const key of rows) {
    await finishTaking(container, key)
  }
}

/**
 * Settles what an interruption left between a payment's authorisation and its books. Runs from a job.
 * @param olderThan transactions touched later are somebody else's work in progress
 */
export async function finishPrepaid(container: MedusaContainer, olderThan: Date): Promise<number> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Key[] }>(`${LIVE} and t.updated_at < ? order by t.sequence limit 100`, [olderThan])
  for (const key of rows) {
    await finishTaking(container, key).catch((error: Error) =>
      logger.error(`payment ${key.external_id} is not settled yet; the next run tries again`, error)
    )
  }
  return rows.length
}

async function finishTaking(container: MedusaContainer, key: Key): Promise<void> {
  const gateway = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  const ended = await underPaymentLock(container, key.external_id, async () => {
    const now = Date.now()
    const verdict = await gateway.decide(key, (view) => begin(view, now))
    const transaction = await gateway.findTransaction(key)
    if (verdict === "done" || !transaction) {
      return null
    }
    try {
      if (verdict === "go") {
        await finishPerform(container, transaction, now)
        return null
      }
    } catch (error) {
      if (!(error instanceof PaymentGone)) {
        throw error
      }
    }
    await giveUp(container, transaction, now)
    return transaction
  })
  if (ended) {
    await announce(container, GatewayEvents.TRANSACTION_CANCELED, ended)
  }
}

/** From here on nobody can close the group: its money is being taken. Closed before that, it gets none. */
function begin({ own, payable }: GatewayView, now: number): Decision<"done" | "go" | "gone"> {
  if (own?.state !== 1) {
    return { answer: "done" }
  }
  if (own.performing_at !== null) {
    return { answer: "go" }
  }
  return payable?.status === "open"
    ? { updates: [{ id: own.id, set: { performing_at: now, perform_time: now } }], answer: "go" }
    : { answer: "gone" }
}

/**
 * The money goes back, or was never to be had: the group ends, and then the transaction, before it was performed. Until
 * that last step the job finds it; every part can be repeated.
 */
async function giveUp(container: MedusaContainer, transaction: Live, now: number): Promise<void> {
  await release(container, transaction)
  // A group can't be closed while its money is being taken.
  await change(container, transaction, { performing_at: null, perform_time: 0 })
  await closeOrderGroup(container, { group_id: transaction.order_group_id, status: "canceled" })
  await change(container, transaction, { state: -1, cancel_time: now })
}

async function change(container: MedusaContainer, transaction: Live, set: TransactionChange): Promise<void> {
  await container.resolve<GatewayModuleService>(GATEWAY_MODULE).decide(transaction, ({ own }) => ({
    updates: own?.state === 1 ? [{ id: own.id, set }] : [],
    answer: undefined,
  }))
}

async function release(container: MedusaContainer, transaction: Live): Promise<void> {
  const payments = container.resolve(Modules.PAYMENT)
  const payment = await payments.retrievePayment(String(transaction.account.payment_id))
  if (!payment.captured_at) {
    return cancel(container, payment)
  }
  const outcome = await refundPrepaid(container, {
    transaction_id: transaction.id,
    amount: Number(payment.amount),
    idempotency_key: `release:${transaction.id}`,
  })
  if (outcome.kind !== "done") {
    throw new Error(outcome.reason)
  }
}

/** @throws what the provider threw, unless it says that the payment is cancelled: the next run tries again */
async function cancel(container: MedusaContainer, payment: PaymentDTO): Promise<void> {
  try {
    await container.resolve(Modules.PAYMENT).cancelPayment(payment.id)
  } catch (error) {
    const { status } = await providerCalls(container).getStatus(payment.provider_id, { data: payment.data })
    if (status !== PaymentSessionStatus.CANCELED) {
      throw error
    }
  }
}
