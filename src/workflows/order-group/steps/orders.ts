import { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { assertId } from "../../../lib/errors"
import { ORDER_GROUP_MODULE } from "../../../modules/order-group"
import OrderGroupModuleService, {
  CompanyOrderDTO,
  OrderGroupStatus,
} from "../../../modules/order-group/service"
import { cancelGroupOrder, readGroupOrders, RefundMark } from "../lib/cancel-order"
import { captureGroup } from "../lib/capture-group"
import { Money } from "../lib/capture-order"

/** The company orders of a group. */
export async function ordersOf(container: MedusaContainer, groupId: string): Promise<CompanyOrderDTO[]> {
  assertId(groupId, "order group id")
  const orders = await container
    .resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
    .listCompanyOrders({ group_id: groupId }, { order: { rank: "ASC" } })
  return orders as unknown as CompanyOrderDTO[]
}

/** Books money of a group on the proof that a provider or a cashier gave; repeating it changes nothing. */
export const captureOrdersStep = createStep(
  "capture-orders",
  async (input: { group_id: string; company_order_id?: string } & Money, { container }) => {
    assertId(input.group_id, "order group id")
    return new StepResponse(await captureGroup(container, input))
  }
)

/**
 * Cancels the orders of a group: stock is free again. Without `mark` those that are paid stay; with it, captured money is
 * booked as refunded. Orders that are done already are passed over, so an interrupted run can be repeated; one that
 * refuses does not keep the others.
 * @param mark data that tells the payment provider that the money has gone back at the provider's side
 * @returns whether paid orders stayed
 */
export const cancelOrdersStep = createStep(
  "cancel-orders-of-group",
  async (input: { group_id: string; mark?: RefundMark }, { container }) => {
    const failures: unknown[] = []
    const all = await ordersOf(container, input.group_id)
    const canceled = all.filter(({ paid_at }) => input.mark || !paid_at)
    for (const order of await readGroupOrders(container, canceled)) {
      await cancelGroupOrder(container, order, input.mark).catch((error: unknown) => failures.push(error))
    }
    if (failures.length > 0) {
      throw failures[0]
    }
    return new StepResponse({ paid_stayed: canceled.length < all.length })
  }
)

/** Moves a group's state; a group that is there already stays. */
export const moveGroupStep = createStep(
  "move-order-group",
  async (input: { group_id: string; from: OrderGroupStatus[]; to: OrderGroupStatus }, { container }) => {
    const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
    return new StepResponse({ moved: await groups.moveGroup(input.group_id, input) })
  }
)
