import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { MedusaContainer } from "@medusajs/framework/types"
import { GATEWAY_MODULE } from "../../modules/gateway"
import { GatewayEvents } from "../../modules/gateway/events"
import GatewayModuleService from "../../modules/gateway/service"
import { TransactionView } from "../../modules/gateway/types"
import { ORDER_GROUP_MODULE } from "../../modules/order-group"
import OrderGroupModuleService from "../../modules/order-group/service"
import { settleRefund } from "../refund/finish"
import { restock } from "../refund/restock"
import { loggable } from "./loggable"
import { refundOrderGroupWorkflow, settleOrderGroupWorkflow, underGroupLock } from "../order-group"
import { captureReal } from "../prepaid/capture"

type Unsettled = TransactionView & { order_group_id: string }

/** One at a time per transaction: Perform, Cancel and the job that finishes what a crash interrupted. */
export function underPaymentLock<T>(
  container: MedusaContainer,
  externalId: string,
  job: () => Promise<T>
): Promise<T> {
  return container.resolve(Modules.LOCKING).execute(`pay:${externalId}`, job, { timeout: 60 })
}

/**
 * Second half of a performed payment: the money is captured in the orders, and only then the transaction is performed
 * (state 2). Every part can be repeated, so whoever finds a transaction in the middle just calls this again.
 */
export async function finishPerform(
  container: MedusaContainer,
  transaction: Unsettled,
  now: number
): Promise<void> {
  const gateway = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  const group_id = transaction.order_group_id
  await captureReal(container, transaction)
  await underGroupLock(container, group_id, () =>
    settleOrderGroupWorkflow(container).run({
      input: { group_id, provider_id: transaction.provider_id, proof: { transaction: transaction.id } },
    })
  )
  const isFirst = await gateway.decide(transaction, ({ own }) => ({
    updates: own?.state === 1 ? [{ id: own.id, set: { state: 2, settled_at: now } }] : [],
    payable: own?.state === 1 ? { status: "paid", paid_by: own.id } : undefined,
    answer: own?.state === 1,
  }))
  if (isFirst) {
    await announce(container, GatewayEvents.TRANSACTION_PERFORMED, transaction)
  }
}

/** Tells of a transaction after its books are written; who listens must bear being told twice or, after a crash, never. */
export async function announce(
  container: MedusaContainer,
  name: string,
  transaction: Unsettled
): Promise<void> {
  const { id, order_group_id, provider_id } = transaction
  await container.resolve(Modules.EVENT_BUS).emit({ name, data: { id, order_group_id, provider_id } })
}

/** Second half of a cancelled payment: the refund is booked in the orders. Repeating it changes nothing. */
export async function finishCancel(
  container: MedusaContainer,
  transaction: Unsettled,
  now: number
): Promise<void> {
  const group_id = transaction.order_group_id
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  const mark = { refund_proof: { transaction: transaction.id, time: transaction.cancel_time } }
  await underGroupLock(container, group_id, async () => {
    await groups.absorbRefunds(group_id, transaction.id)
    const refunds = (await groups.findRefunds({ group_id })).filter(
      ({ status, settled_at }) => status === "succeeded" && !settled_at
    )
    // Before the cancellation: it would put goods back that a refund says are gone.
    for (const refund of refunds) {
      await restock(container, refund)
    }
    await refundOrderGroupWorkflow(container).run({ input: { group_id, mark } })
    for (const refund of refunds) {
      await settleRefund(container, refund)
    }
  })
  await container.resolve<GatewayModuleService>(GATEWAY_MODULE).markSettled(transaction.id, now)
  await announce(container, GatewayEvents.TRANSACTION_CANCELED, transaction)
}

/**
 * Finishes what was interrupted between a change of state and the shop's books. Runs from a job; a transaction that
 * fails is left for the next run and logged.
 * @param olderThan milliseconds since 1970: transactions touched later are somebody else's work in progress
 */
export async function finishInterrupted(
  container: MedusaContainer,
  now: number,
  olderThan: number
): Promise<number> {
  const gateway = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  let finished = 0
  for (const { external_id, provider_id } of await gateway.listUnsettled(olderThan)) {
    try {
      await underPaymentLock(container, external_id, async () => {
        const transaction = await gateway.findTransaction({ provider_id, external_id })
        if (transaction?.state === 1 && transaction.performing_at !== null) {
          await finishPerform(container, transaction, now)
          finished++
        } else if (transaction?.state === -2 && transaction.settled_at === null) {
          await finishCancel(container, transaction, now)
          finished++
        }
      })
    } catch (error) {
      logger.error(`payment ${external_id} is still unfinished; the next run tries again`, loggable(error))
    }
  }
  return finished
}
