import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import OrderGroupModuleService from "../modules/order-group/service"
import { discardCheckoutWorkflow } from "../workflows/order-group"
import { finishPlacing } from "../workflows/prepaid"

/** Longer than any living checkout can take: the cart's lock is given up after two minutes. */
const STALE_MS = 3 * 60_000

/** Clears checkouts that a crash left half-made, and finishes those that are paid. */
export default async function recoverCheckouts(container: MedusaContainer) {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  for (const group of await groups.listStaleClaims(new Date(Date.now() - STALE_MS))) {
    try {
      if (await finishPlacing(container, group)) {
        logger.warn(
          `checkout ${group.id} of cart ${group.cart_id} was interrupted after its payment; it is finished`
        )
        continue
      }
      const claimed_at = new Date(group.created_at).toISOString()
      await discardCheckoutWorkflow(container).run({
        input: { group_id: group.id, cart_id: group.cart_id, claimed_at },
      })
      logger.warn(`checkout ${group.id} of cart ${group.cart_id} was interrupted and has been cleared`)
    } catch (error) {
      logger.error(
        `interrupted checkout ${group.id} could not be cleared; the next run tries again`,
        error as Error
      )
    }
  }
}

export const config = { name: "recover-checkouts", schedule: "* * * * *" }
