import { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { OrderWorkflowEvents } from "@medusajs/framework/utils"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import OrderGroupModuleService from "../modules/order-group/service"
import { closeOrderGroup } from "../workflows/order-group"

/**
 * An operator cancels one order of an unpaid group in the dashboard: the group's amount is no longer what the shopper
 * agreed to, so it is closed and its other orders are cancelled with it. (A callback that comes before this ran finds
 * the cancelled order by itself and refuses.)
 */
export default async function orderCanceled({ event, container }: SubscriberArgs<{ id: string }>) {
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  const [order] = await groups.listCompanyOrders(
    { order_id: event.data.id },
    { select: ["id", "group_id"], relations: ["group"], take: 1 }
  )
  if (order?.group.status === "pending") {
    await closeOrderGroup(container, { group_id: order.group.id, status: "canceled" })
  }
}

export const config: SubscriberConfig = {
  event: OrderWorkflowEvents.CANCELED,
  context: { subscriberId: "bozor-order-canceled" },
}
