import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import OrderGroupModuleService from "../modules/order-group/service"

/** Looks after the triggers that keep orders up with Medusa: makes them again when they are gone, and repairs what they missed. */
export default async function repairOrderStandings(container: MedusaContainer) {
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  await groups.followMedusa()
  const repaired = await groups.repairStandings()
  if (repaired > 0) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`${repaired} orders had come apart from Medusa's fulfilments and have been repaired`)
  }
}

export const config = { name: "repair-order-standings", schedule: "17 * * * *" }
