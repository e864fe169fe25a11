import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MathBN, Modules } from "@medusajs/framework/utils"
import { ORDER_GROUP_MODULE } from "../../modules/order-group"
import { OrderGroupEvents } from "../../modules/order-group/events"
import { RefundView } from "../../modules/order-group/lib/refund-rows"
import OrderGroupModuleService from "../../modules/order-group/service"
import { cancelGroupOrder, readGroupOrders } from "../order-group/lib/cancel-order"
import { underGroupLock } from "../order-group/lock"
import { bookRefund } from "./book"
import { hasHandedOver } from "../order-group/lib/handed-over"
import { closeRefundedGroup } from "./group"
import { restock } from "./restock"

/**
 * Brings everything up to a refund that has succeeded: stock, Medusa's books, the order (one that is given back whole
 * before anything was handed over is cancelled), its group. Every part can be repeated, so whoever finds a refund in the
 * middle calls this again. Emits `company-order.refunded`.
 */
export async function finishRefund(container: MedusaContainer, id: string): Promise<RefundView> {
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  const [found] = await groups.findRefunds({ id })
  return underGroupLock(container, found.group_id, async () => {
    const [refund] = await groups.findRefunds({ id })
    if (refund.status !== "succeeded" || refund.settled_at) {
      return refund
    }
    await restock(container, refund)
    await bookRefund(container, refund)
    await cancelWhenEmpty(container, refund)
    await closeRefundedGroup(container, refund.group_id)
    await settleRefund(container, refund)
    return { ...refund, settled_at: new Date().toISOString() }
  })
}

/** Marks a refund as done with and tells of it. */
export async function settleRefund(container: MedusaContainer, refund: RefundView): Promise<void> {
  await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw(`update company_refund set settled_at = now(), updated_at = now() where id = ?`, [refund.id])
  const { id, company_order_id, order_id, company_id } = refund
  await container
    .resolve(Modules.EVENT_BUS)
    .emit({ name: OrderGroupEvents.ORDER_REFUNDED, data: { id, company_order_id, order_id, company_id } })
}

/** The last of an order's refunds to be booked cancels it; those that still have to be come back here. */
async function cancelWhenEmpty(container: MedusaContainer, { id, ...refund }: RefundView): Promise<void> {
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  const order = await groups.retrieveCompanyOrder(refund.company_order_id)
  const refunds = await groups.findRefunds({ order_id: refund.order_id })
  const booked = refunds.filter((row) => row.status === "succeeded" && (row.settled_at || row.id === id))
  const given = MathBN.sum(0, ...booked.map(({ amount }) => amount))
  if (MathBN.gte(given, order.total) && !(await hasHandedOver(container, refund.order_id))) {
    const [medusaOrder] = await readGroupOrders(container, [order])
    await cancelGroupOrder(container, medusaOrder)
  }
}
