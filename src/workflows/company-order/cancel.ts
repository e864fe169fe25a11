import { cancelOrderWorkflow } from "@medusajs/medusa/core-flows"
import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { assertId } from "../../lib/errors"
import { ORDER_GROUP_MODULE } from "../../modules/order-group"
import { isNothingToRefund, OrderErrors } from "../../modules/order-group/errors"
import { RefundView } from "../../modules/order-group/lib/refund-rows"
import { CANCEL_KEY } from "../../modules/order-group/lib/refunds"
import OrderGroupModuleService from "../../modules/order-group/service"
import { closeOrderGroup, underGroupLock } from "../order-group"
import { cancelGroupOrder } from "../order-group/lib/cancel-order"
import { allowCancelByHand } from "../order-group/queries/by-hand"
import { refundOrder } from "../refund"
import { restock } from "../refund/restock"
import { ActedOrder, findActedOrder } from "./find"
import { followOrders } from "./follow-orders"

type Input = { order_id: string; company_id?: string; reason: string; canceled_by: string }

/**
 * Cancels a company's order before anything of it is handed over (business rule 9). Unpaid at a provider: its whole group
 * ends, because the shopper agreed to pay for all of it. Unpaid at the shop: the order alone. Paid: its money starts going
 * back, its goods are for sale again at once, and Medusa's order is cancelled when the money is back.
 * @returns the refund that was started, if there was one
 * @throws {MedusaError} 404, CANCEL_HANDED_OVER, ORDER_PAYMENT_IN_PROGRESS, REFUND_REFUSED (then nothing has changed), ORDER_IS_HISTORY
 */
export async function cancelCompanyOrder(
  container: MedusaContainer,
  input: Input
): Promise<RefundView | null> {
  const order = await findActedOrder(container, input, { allows_history: true })
  // An old order that nobody paid for holds no goods and no money here: it may be put away, like one of ours.
  if (order.is_legacy && (order.is_paid || order.is_handed_over)) {
    throw OrderErrors.isHistory()
  }
  if (order.is_handed_over) {
    throw OrderErrors.cancelHandedOver()
  }
  if (order.order_status === "canceled") {
    return null
  }
  const refund = await cancelNow(container, order, input)
  await noteWhoAndWhy(container, order.id, input)
  return refund
}

async function cancelNow(
  container: MedusaContainer,
  order: ActedOrder,
  input: Input
): Promise<RefundView | null> {
  if (order.is_paid && !order.is_free) {
    return cancelPaid(container, order, input)
  }
  if (order.payable_status && !order.is_paid) {
    await allowCancelByHand(container, order.order_id)
    await closeOrderGroup(container, { group_id: order.group_id, status: "canceled" })
    return null
  }
  await cancelAlone(container, order)
  return null
}

/** For the order's history; a payment at the same moment may have won, and then there is nothing to note. */
async function noteWhoAndWhy(container: MedusaContainer, id: string, input: Input): Promise<void> {
  await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(
    `update company_order set canceled_by = ?, cancel_reason = ?, updated_at = now()
      where id = ? and status = 'cancelled' and canceled_by is null`,
    [input.canceled_by, input.reason, id]
  )
}

/**
 * An operator's "cancel" of any order: a company's under the locks of its group, another (a draft order) as Medusa does it.
 * @throws {MedusaError} the refusals of `cancelCompanyOrder`
 */
export async function cancelByOperator(
  container: MedusaContainer,
  input: { order_id: string; canceled_by: string }
): Promise<void> {
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  assertId(input.order_id, "order id")
  const [order] = await groups.listCompanyOrders({ order_id: input.order_id }, { select: ["id"], take: 1 })
  if (order) {
    await cancelCompanyOrder(container, { ...input, reason: "cancelled by the operator" })
  } else {
    await cancelOrderWorkflow(container).run({ input })
  }
}

async function cancelPaid(
  container: MedusaContainer,
  order: ActedOrder,
  input: Input
): Promise<RefundView | null> {
  const request = {
    order_id: order.order_id,
    request: {},
    reason: input.reason,
    restock: true,
    requested_by: input.canceled_by,
    // Pressed twice it is one refund.
    request_key: CANCEL_KEY,
  }
  // Written down under the lock that handing goods over takes too: either they have left, or they stay.
  const refund = await refundOrder(container, request, (write) =>
    underGroupLock(container, order.group_id, async () => {
      if ((await findActedOrder(container, input)).is_handed_over) {
        throw OrderErrors.cancelHandedOver()
      }
      return write()
    })
  ).catch((error: Error) => {
    // All of its money is on its way back already.
    if (isNothingToRefund(error)) {
      return null
    }
    throw error
  })
  await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw(
      `update company_order set canceled_at = coalesce(canceled_at, now()), updated_at = now() where id = ?`,
      [order.id]
    )
  await freeGoods(container, order.order_id)
  return refund
}

/** The goods don't wait for the money, whichever refund gives it back. */
async function freeGoods(container: MedusaContainer, orderId: string): Promise<void> {
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  for (const refund of await groups.findRefunds({ order_id: orderId })) {
    if (refund.status !== "failed" && !refund.restocked_at) {
      await restock(container, refund)
    }
  }
}

/** An order that nobody has paid for, or that cost nothing. */
async function cancelAlone(container: MedusaContainer, found: ActedOrder): Promise<void> {
  await underGroupLock(container, found.group_id, async () => {
    const order = await findActedOrder(container, found, { allows_history: true })
    if ((order.is_paid && !order.is_free) || order.order_status === "canceled") {
      return
    }
    await cancelGroupOrder(container, { id: order.order_id, status: order.order_status })
    await followOrders(container, order.group_id)
  })
}
