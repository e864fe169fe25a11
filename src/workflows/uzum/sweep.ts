import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { GATEWAY_MODULE } from "../../modules/gateway"
import GatewayModuleService from "../../modules/gateway/service"
import { TRANSACTION_LIFETIME_MS } from "../../providers/uzum/protocol"
import { endOf, isExpiredRow } from "./context"

type Key = { provider_id: string; external_id: string }

/**
 * Fails the transactions of Uzum Bank that waited their 30 minutes in vain (Merchant API 1.1, 7). Each is looked at again
 * under its payable's lock, so one that is being confirmed meanwhile is left alone.
 * @returns how many failed
 */
export async function sweepUzum(container: MedusaContainer, now: number): Promise<number> {
  const gateway = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: Key[] }>(
    `select provider_id, external_id from gateway_transaction
      where state = 1 and performing_at is null and create_time <= ? and starts_with(provider_id, 'pp_uzum_')
        and deleted_at is null
      order by sequence limit 200`,
    [now - TRANSACTION_LIFETIME_MS]
  )
  let failed = 0
  for (const key of rows) {
    failed += (await failExpired(gateway, key, now)) ? 1 : 0
  }
  return failed
}

/** Fails one transaction if it waited too long. */
export function failExpired(gateway: GatewayModuleService, key: Key, now: number): Promise<boolean> {
  return gateway.decide(key, ({ own }) =>
    own && isExpiredRow(own, now)
      ? {
          updates: [{ id: own.id, set: endOf(own, { kind: "transition", to: "FAILED", at: now }) }],
          answer: true,
        }
      : { answer: false }
  )
}
