import { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { assertId } from "../../../lib/errors"
import { ORDER_GROUP_MODULE } from "../../../modules/order-group"
import OrderGroupModuleService, {
  CompanyOrderDTO,
  OrderGroupStatus,
} from "../../../modules/order-group/service"
import { cancelGroupOrder, readGroupOrders } from "../lib/cancel-order"
import { captureOrder, Money } from "../lib/capture-order"

/** The company orders of a group. */
export async function ordersOf(container: MedusaContainer, groupId: string): Promise<CompanyOrderDTO[]> {
  assertId(groupId, "order group id")
  const orders = await container
    .resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
    .listCompanyOrders({ group_id: groupId }, { order: { rank: "ASC" } })
  return orders as unknown as CompanyOrderDTO[]
}

/**
 * Captures the orders of a group, or one of them, on the proof that a provider or a cashier gave, and notes each as paid.
 * An order that is paid or cancelled is passed over, so an interrupted run can be repeated.
 * @returns the orders that this run found unpaid; they have to be told of
 */
export const captureOrdersStep = createStep(
  "capture-orders",
  async (input: { group_id: string; company_order_id?: string } & Money, { container }) => {
    const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
    const paid: PaidOrder[] = []
    for (const order of await ordersOf(container, input.group_id)) {
      const isMeant = !input.company_order_id || order.id === input.company_order_id
      if (isMeant && !order.paid_at) {
        await captureOrder(container, order, input)
        const isFirst = await groups.markPaid(order.id, input.provider_id)
        paid.push(...(isFirst ? [paidOrder(order, input.group_id)] : []))
      }
    }
    return new StepResponse({ paid })
  }
)

/** What `company-order.paid` tells. */
export type PaidOrder = { id: string; order_id: string; company_id: string; order_group_id: string }

function paidOrder({ id, order_id, company_id }: CompanyOrderDTO, order_group_id: string): PaidOrder {
  return { id, order_id, company_id, order_group_id }
}

/**
 * Cancels every order of a group: stock is free again, captured money is booked as refunded. Orders that are done
 * already are passed over, so an interrupted run can be repeated; one that refuses does not keep the others.
 * @param mark data that tells the payment provider that the money has gone back at the provider's side
 */
export const cancelOrdersStep = createStep(
  "cancel-orders-of-group",
  async (input: { group_id: string; mark?: Record<string, unknown> }, { container }) => {
    const failures: unknown[] = []
    for (const order of await readGroupOrders(container, await ordersOf(container, input.group_id))) {
      await cancelGroupOrder(container, order, input.mark).catch((error: unknown) => failures.push(error))
    }
    if (failures.length > 0) {
      throw failures[0]
    }
    return new StepResponse(undefined)
  }
)

/** Whether nothing of a group waits for money any more: every order is paid or cancelled, and one is paid. */
export const isGroupPaidStep = createStep("is-group-paid", async (group_id: string, { container }) => {
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  return new StepResponse({ is_paid: await groups.isPaid(group_id) })
})

/** Moves a group's state; a group that is there already stays. */
export const moveGroupStep = createStep(
  "move-order-group",
  async (input: { group_id: string; from: OrderGroupStatus[]; to: OrderGroupStatus }, { container }) => {
    const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
    return new StepResponse({ moved: await groups.moveGroup(input.group_id, input) })
  }
)
