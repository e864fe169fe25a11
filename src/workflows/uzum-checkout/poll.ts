import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { loggable } from "../payme/loggable"
import { TransactionKey } from "./context"
import { lookAtCheckout } from "./look"

/**
 * Asks Uzum about every payment that is neither paid nor over: callbacks come at most five times, and may never come
 * (K-12). A payment that nobody will make any more is closed ten minutes after its page's time.
 * @returns how many were asked about
 */
export async function pollUzumCheckout(container: MedusaContainer, now: number): Promise<number> {
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: TransactionKey[] }>(
      `select provider_id, external_id from gateway_transaction
        where state = 1 and performing_at is null and starts_with(provider_id, 'pp_uzumcheckout_')
          and deleted_at is null
        order by sequence limit 200`
    )
  let failures = 0
  for (const [index, key] of rows.entries()) {
    failures = (await isLookedAt(container, key, now)) ? 0 : failures + 1
    if (failures === MANY) {
      return index + 1
    }
  }
  return rows.length
}

/** So many failures one after the other mean that Uzum is down; the next run tries again. */
const MANY = 5

async function isLookedAt(container: MedusaContainer, key: TransactionKey, now: number): Promise<boolean> {
  try {
    await lookAtCheckout(container, key, now)
    return true
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`Uzum Checkout order ${key.external_id} could not be looked at: ${loggable(error).message}`)
    return false
  }
}
