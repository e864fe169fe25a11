import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { assertId, notFound } from "../../lib/errors"
import { ORDER_GROUP_MODULE } from "../../modules/order-group"
import { RefundErrors } from "../../modules/order-group/errors"
import { RefundStatus, RefundView } from "../../modules/order-group/lib/refund-rows"
import OrderGroupModuleService from "../../modules/order-group/service"
import { underPaymentLock } from "../gateway/settle"
import { pursueRefund } from "./pursue"

const groupsOf = (container: MedusaContainer) =>
  container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)

/**
 * An operator has given the money back by hand, or has seen at a silent provider that it went back, and shows what proves
 * it. Saying so again with the same proof changes nothing.
 * @throws {MedusaError} 404; REFUND_NOT_DUE, also when the provider has given the whole payment back meanwhile
 */
export async function completeRefundByHand(
  container: MedusaContainer,
  { id, proof }: { id: string; proof: string }
): Promise<RefundView> {
  const refund = await findRefund(container, id)
  const payment = await paymentOf(container, refund)
  const move = async () => {
    // The provider's own refund may have been answered and not be booked yet; then this money went back with it.
    if ((await paymentOf(container, refund))?.state === -2) {
      return false
    }
    return groupsOf(container).moveRefund(id, {
      from: openTo(refund),
      to: "succeeded",
      method: "hand",
      proof,
    })
  }
  // The lock in which a provider is told that its refund is refused once something has gone back in another way.
  const isMoved = await whileNobodyAsks(container, id, () =>
    payment ? underPaymentLock(container, payment.external_id, move) : move()
  )
  const { status, method, proof: known } = await findRefund(container, id)
  if (!isMoved && !(status === "succeeded" && method === "hand" && known === proof)) {
    throw RefundErrors.notDue()
  }
  return pursueRefund(container, id)
}

/**
 * A refund that was due by hand will not be made after all; its amount can be asked for again.
 * @throws {MedusaError} 404, REFUND_NOT_DUE, REFUND_OF_CANCELLATION
 */
export async function giveUpRefund(
  container: MedusaContainer,
  { id, reason }: { id: string; reason: string }
): Promise<RefundView> {
  const refund = await findRefund(container, id)
  const { order_id } = refund
  const [order] = await groupsOf(container).listCompanyOrders(
    { order_id },
    { select: ["id", "canceled_at"], take: 1 }
  )
  if (order.canceled_at) {
    throw RefundErrors.ofCancellation()
  }
  const move = () => groupsOf(container).moveRefund(id, { from: openTo(refund), to: "failed", error: reason })
  if (!(await whileNobodyAsks(container, id, move))) {
    throw RefundErrors.notDue()
  }
  return findRefund(container, id)
}

/** A refund that a provider has not answered for so long that an alert was raised is a person's to close. */
const STUCK_MS = 10 * 60_000

/** States from which a person may close a refund, after having looked at the provider's side. */
function openTo({ error, created_at }: RefundView): RefundStatus[] {
  const isStuck = error !== null && Date.now() - new Date(created_at).getTime() > STUCK_MS
  return isStuck ? ["due", "processing"] : ["due"]
}

/** The lock under which the provider is asked: a refund is not closed by hand while its answer is on the way. */
function whileNobodyAsks<T>(container: MedusaContainer, id: string, job: () => Promise<T>): Promise<T> {
  return container.resolve(Modules.LOCKING).execute(`refund:${id}`, job, { timeout: 120 })
}

async function findRefund(container: MedusaContainer, id: string): Promise<RefundView> {
  assertId(id, "refund id")
  const [refund] = await groupsOf(container).findRefunds({ id })
  if (!refund) {
    throw notFound("Refund", id)
  }
  return refund
}

type Payment = { external_id: string; state: number }

/** The provider's transaction that paid the order of a refund, or has given all of its money back. */
async function paymentOf(container: MedusaContainer, refund: RefundView): Promise<Payment | null> {
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: Payment[] }>(
    `select t.external_id, t.state from gateway_payable p
       join gateway_transaction t on t.payable_id = p.id and t.state in (2, -2) and t.deleted_at is null
      where p.order_group_id = ? and t.provider_id = ? and p.deleted_at is null order by t.state desc limit 1`,
    [refund.group_id, refund.provider_id]
  )
  return rows[0] ?? null
}
