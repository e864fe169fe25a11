import { MedusaContainer } from "@medusajs/framework/types"
import { GATEWAY_MODULE } from "../../modules/gateway"
import GatewayModuleService from "../../modules/gateway/service"
import { ORDER_GROUP_MODULE } from "../../modules/order-group"
import OrderGroupModuleService from "../../modules/order-group/service"
import { closeOrderGroup, underGroupLock } from "../order-group"
import { followOrders } from "./follow-orders"

/**
 * Lets a pending group follow an order of it that was cancelled. Paid at a provider: the amount is no longer what the
 * shopper agreed to, so the group is closed and its other orders are cancelled with it. (A callback that comes before this
 * ran finds the cancelled order by itself and refuses.) Paid at the shop: each company waits for its own money.
 */
export async function noteCancellation(container: MedusaContainer, orderId: string): Promise<void> {
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  const [order] = await groups.listCompanyOrders(
    { order_id: orderId },
    { select: ["id", "group_id"], relations: ["group"], take: 1 }
  )
  if (order?.group.status !== "pending") {
    return
  }
  const group_id = order.group.id
  const payables = await container.resolve<GatewayModuleService>(GATEWAY_MODULE).payablesOf([group_id])
  await (payables.length > 0
    ? closeOrderGroup(container, { group_id, status: "canceled" })
    : underGroupLock(container, group_id, () => followOrders(container, group_id)))
}
