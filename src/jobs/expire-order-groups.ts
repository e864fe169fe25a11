import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import OrderGroupModuleService from "../modules/order-group/service"
import { closeOrderGroup } from "../workflows/order-group"

/** Frees the stock of groups that were not paid in time (business rule 7). */
export default async function expireOrderGroups(container: MedusaContainer) {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  for (const group_id of await groups.listOverdue(new Date(), 200)) {
    try {
      await closeOrderGroup(container, { group_id, status: "expired" })
    } catch (error) {
      logger.error(`order group ${group_id} could not be expired; the next run tries again`, error as Error)
    }
  }
}

export const config = { name: "expire-order-groups", schedule: "* * * * *" }
