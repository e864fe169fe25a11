import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { uzumCheckoutProviderId } from "../../lib/payment-providers"
import { GATEWAY_MODULE } from "../../modules/gateway"
import GatewayModuleService from "../../modules/gateway/service"
import { loggable } from "../gateway/loggable"
import { CheckoutDetails, TransactionKey } from "./context"
import { lookAtCheckout } from "./look"

type Row = TransactionKey & { state: 1 | -1 }

const HOUR_MS = 3_600_000
/** Closed payments older than this are not searched for money that is still on its way back. */
const MEMORY_MS = 30 * 24 * HOUR_MS

/**
 * What is to be looked at, that which was looked at longest ago first, so that nothing is starved: payments that are
 * neither paid nor over; closed ones whose money is on its way back; and, once, those that were closed between an hour and
 * a day ago, whose money may have come after all.
 */
const DUE = `select provider_id, external_id, state from (
    select provider_id, external_id, state, details, sequence from gateway_transaction
     where state = 1 and performing_at is null and provider_id = any(?) and deleted_at is null
    union all
    select provider_id, external_id, state, details, sequence from gateway_transaction
     where state = -1 and provider_id = any(?) and provider_time > ? and deleted_at is null
       and (details ->> 'unfinished' = 'true'
            or (cancel_time between ? and ? and details ->> 'looked_after_close' is null))
  ) due order by (details ->> 'looked_at')::float8 nulls first, sequence limit 200`

/**
 * Asks Uzum about every payment that is neither paid nor over: callbacks come at most five times, and may never come
 * (K-12). A payment that nobody will make any more is closed ten minutes after its page's time.
 * @returns how many were asked about
 */
export async function pollUzumCheckout(container: MedusaContainer, now: number): Promise<number> {
  const { options } = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  const providers = options.uzum_checkout.terminals.map(({ id }) => uzumCheckoutProviderId(id))
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{
    rows: Row[]
  }>(DUE, [providers, providers, now - MEMORY_MS, now - 24 * HOUR_MS, now - HOUR_MS])
  let failures = 0
  for (const [index, row] of rows.entries()) {
    failures = (await isLookedAt(container, row, now)) ? 0 : failures + 1
    if (failures === MANY) {
      return index + 1
    }
  }
  return rows.length
}

/** So many failures one after the other mean that Uzum is down; the next run tries again. */
const MANY = 5

async function isLookedAt(container: MedusaContainer, row: Row, now: number): Promise<boolean> {
  const { provider_id, external_id } = row
  const key = { provider_id, external_id }
  try {
    // Before the look: a payment that fails again and again goes to the end all the same.
    await note(container, key, { looked_at: now })
    await lookAtCheckout(container, key, now)
    if (row.state === -1) {
      await note(container, key, { looked_after_close: true })
    }
    return true
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`Uzum Checkout order ${external_id} could not be looked at: ${loggable(error).message}`)
    return false
  }
}

function note(container: MedusaContainer, key: TransactionKey, details: CheckoutDetails): Promise<void> {
  return container.resolve<GatewayModuleService>(GATEWAY_MODULE).decide(key, ({ own }) => ({
    updates: own ? [{ id: own.id, set: { details } }] : [],
    answer: undefined,
  }))
}
