import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { GATEWAY_MODULE } from "../../modules/gateway"
import GatewayModuleService from "../../modules/gateway/service"
import { expiry, TRANSACTION_LIFETIME_MS } from "../../providers/payme/protocol"
import { isExpiredRow } from "./context"

type Key = { provider_id: string; external_id: string }

/**
 * Ends the transactions that waited their twelve hours in vain and that nobody asked about since: -1, reason 4. Each is
 * looked at again under its payable's lock, so one that is being performed meanwhile is left alone.
 * @returns how many were ended
 */
export async function sweepExpired(container: MedusaContainer, now: number): Promise<number> {
  const gateway = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: Key[] }>(
    `select provider_id, external_id from gateway_transaction
      where state = 1 and performing_at is null and provider_time <= ? and provider_id like 'pp\\_payme\\_%' and deleted_at is null
      order by sequence limit 200`,
    [now - TRANSACTION_LIFETIME_MS]
  )
  let ended = 0
  for (const key of rows) {
    ended += await gateway.decide(key, ({ own }) => {
      if (!own || !isExpiredRow(own, now)) {
        return { answer: 0 }
      }
      const { to, at, reason } = expiry(now)
      return { updates: [{ id: own.id, set: { state: to, cancel_time: at, reason } }], answer: 1 }
    })
  }
  return ended
}
