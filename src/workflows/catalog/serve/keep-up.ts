import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { keepCatalog } from "../keep"

/** How long a shopper waits for changes to be taken in; a longer queue is worked off behind. */
const PATIENCE_MS = 300

/**
 * Takes in what has changed, as far as it goes in a moment. What goes wrong is logged: the catalogue of before is still right to
 * show.
 * @returns false where a shopper's next request should look again soon; what came in bulk takes its time behind
 */
export async function keepUp(container: MedusaContainer): Promise<boolean> {
  try {
    return (await keepCatalog(container, { within_ms: PATIENCE_MS })).is_current
  } catch (error) {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    logger.warn(`catalog: changes were not taken in: ${(error as Error).message}`)
    return true
  }
}
