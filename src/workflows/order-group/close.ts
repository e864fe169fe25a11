import { MedusaContainer } from "@medusajs/framework/types"
import { ORDER_GROUP_MODULE } from "../../modules/order-group"
import OrderGroupModuleService from "../../modules/order-group/service"
import { underGroupLock } from "./lock"
import { closeOrderGroupWorkflow } from "./workflows/close-order-group"

/**
 * Ends an unpaid group, under its lock: whoever waited for the lock finds the group ended and does nothing.
 * @returns whether this call ended it; false also while a provider is taking the money
 */
export function closeOrderGroup(
  container: MedusaContainer,
  input: { group_id: string; status: "expired" | "canceled" }
): Promise<boolean> {
  return underGroupLock(container, input.group_id, async () => {
    const [group] = await container
      .resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
      .listOrderGroups({ id: input.group_id }, { select: ["id", "status"], take: 1 })
    if (group?.status !== "pending") {
      return false
    }
    const { result } = await closeOrderGroupWorkflow(container).run({ input })
    return result.closed
  })
}
