import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { GATEWAY_MODULE } from "../../../modules/gateway"
import GatewayModuleService from "../../../modules/gateway/service"
import { GatewayOrderErrors } from "../../../modules/gateway/errors"
import { underGroupLock } from "../lock"

type Standing = { group_id: string; payable_status: "open" | "paid" | "refunded" | "expired" | "canceled" }

/** How an order stands at a provider that calls us; null for orders that no such provider has to do with. */
async function standingOf(
  container: MedusaContainer,
  column: "order_id" | "payment_collection_id",
  id: string
) {
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: Standing[] }>(
    `select c.group_id, p.status as payable_status from company_order c
       join gateway_payable p on p.order_group_id = c.group_id and p.deleted_at is null
      where c.${column} = ? and c.deleted_at is null limit 1`,
    [id]
  )
  return rows[0] ?? null
}

/**
 * Lets an operator cancel an order by hand only where the provider's side allows it. Unpaid: the payment is closed first,
 * so that nobody can pay for what is gone. Paid: the money is at the provider, and only a refund there brings it back;
 * Medusa would book one that never happened.
 * @throws {MedusaError} ORDER_PAYMENT_IN_PROGRESS, PAYME_REFUND_IN_CABINET
 */
export async function allowCancelByHand(container: MedusaContainer, orderId: string): Promise<void> {
  const standing = await standingOf(container, "order_id", orderId)
  if (standing?.payable_status === "paid") {
    throw GatewayOrderErrors.refundInCabinet()
  }
  if (standing?.payable_status !== "open") {
    return
  }
  const gateway = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  const isClosed = await underGroupLock(container, standing.group_id, () =>
    gateway.closePayable({
      order_group_id: standing.group_id,
      status: "canceled",
      now: Date.now(),
      // A transaction that was only created may never be paid; should it be, its Perform is refused and Payme gives the
      // money back. One that is being performed is not interrupted.
      grace_ms: Number.NEGATIVE_INFINITY,
    })
  )
  if (!isClosed) {
    throw GatewayOrderErrors.paymentInProgress()
  }
}

/**
 * Refuses what would change an order's amount, or take its money elsewhere, while a provider may still be paid for it.
 * @throws {MedusaError} ORDER_AWAITS_PAYMENT
 */
export async function refuseWhileAwaitingPayment(
  container: MedusaContainer,
  column: "order_id" | "payment_collection_id",
  id: string
): Promise<void> {
  if ((await standingOf(container, column, id))?.payable_status === "open") {
    throw GatewayOrderErrors.awaitsPayment()
  }
}
