import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ORDER_GROUP_MODULE } from "../../modules/order-group"
import { OrderErrors } from "../../modules/order-group/errors"
import { RefundView } from "../../modules/order-group/lib/refund-rows"
import OrderGroupModuleService, { CompanyOrderDTO } from "../../modules/order-group/service"
import { closeOrderGroup, underGroupLock } from "../order-group"
import { cancelGroupOrder, readGroupOrders } from "../order-group/lib/cancel-order"
import { moveOrderGroupWorkflow } from "../order-group/workflows/move-order-group"
import { allowCancelByHand } from "../order-group/queries/by-hand"
import { refundOrder } from "../refund"
import { restock } from "../refund/restock"
import { ActedOrder, findActedOrder } from "./find"

type Input = { order_id: string; company_id?: string; reason: string; canceled_by: string }

/**
 * Cancels a company's order before anything of it is handed over (business rule 9). Unpaid at a provider: its whole group
 * ends, because the shopper agreed to pay for all of it. Unpaid at the shop: the order alone. Paid: its money starts going
 * back, its goods are for sale again at once, and Medusa's order is cancelled when the money is back.
 * @returns the refund that was started, if there was one
 * @throws {MedusaError} 404, CANCEL_HANDED_OVER, ORDER_PAYMENT_IN_PROGRESS, REFUND_REFUSED (then nothing has changed)
 */
export async function cancelCompanyOrder(
  container: MedusaContainer,
  input: Input
): Promise<RefundView | null> {
  const order = await findActedOrder(container, input)
  if (order.is_handed_over) {
    throw OrderErrors.cancelHandedOver()
  }
  if (order.is_canceled) {
    return null
  }
  if (order.is_paid) {
    return cancelPaid(container, order, input)
  }
  if (order.payable_status) {
    await allowCancelByHand(container, order.order_id)
    await closeOrderGroup(container, { group_id: order.group_id, status: "canceled" })
    return null
  }
  await cancelUnpaid(container, order)
  return null
}

async function cancelPaid(container: MedusaContainer, order: ActedOrder, input: Input): Promise<RefundView> {
  const refund = await refundOrder(container, {
    order_id: order.order_id,
    request: {},
    reason: input.reason,
    restock: true,
    requested_by: input.canceled_by,
    // Pressed twice it is one refund.
    request_key: "cancel",
  })
  await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw(
      `update company_order set canceled_at = coalesce(canceled_at, now()), updated_at = now() where id = ?`,
      [order.id]
    )
  await restock(container, refund)
  return refund
}

async function cancelUnpaid(container: MedusaContainer, found: ActedOrder): Promise<void> {
  await underGroupLock(container, found.group_id, async () => {
    const order = await findActedOrder(container, found)
    if (order.is_paid || order.is_canceled) {
      return
    }
    const [medusaOrder] = await readGroupOrders(container, [order as unknown as CompanyOrderDTO])
    await cancelGroupOrder(container, medusaOrder)
    await closeWhenNobodyWaits(container, order.group_id)
  })
}

/** The group follows its orders: paid when all others are, cancelled when none is left. */
async function closeWhenNobodyWaits(container: MedusaContainer, group_id: string): Promise<void> {
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  const orders = (await groups.listCompanyOrders({ group_id })) as unknown as CompanyOrderDTO[]
  const states = await readGroupOrders(container, orders)
  const isOver = (order: CompanyOrderDTO) =>
    order.paid_at || states.find(({ id }) => id === order.order_id)?.status === "canceled"
  if (orders.every(isOver)) {
    const to = orders.some(({ paid_at }) => paid_at) ? "paid" : "canceled"
    await moveOrderGroupWorkflow(container).run({ input: { group_id, from: ["pending"], to } })
  }
}
