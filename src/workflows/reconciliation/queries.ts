import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { assertId, notFound } from "../../lib/errors"
import { callingProviders } from "../../lib/payment-providers"
import { GATEWAY_MODULE } from "../../modules/gateway"
import GatewayModuleService from "../../modules/gateway/service"
import { RECONCILIATION_MODULE } from "../../modules/reconciliation"
import ReconciliationModuleService from "../../modules/reconciliation/service"

const moduleOf = (container: MedusaContainer) =>
  container.resolve<ReconciliationModuleService>(RECONCILIATION_MODULE)

/** Providers whose transactions the gateway keeps: those that are configured, and those that were. */
export async function knownProviders(container: MedusaContainer): Promise<string[]> {
  const { options } = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Array<{ provider_id: string }> }>(`select distinct provider_id from gateway_transaction`)
  return [...new Set([...callingProviders(options), ...rows.map(({ provider_id }) => provider_id)])]
}

/** Comparisons, newest first. */
export async function listReconciliations(
  container: MedusaContainer,
  { provider_id, limit, offset }: { provider_id?: string; limit: number; offset: number }
) {
  const [reconciliations, count] = await moduleOf(container).listAndCountReconciliations(
    provider_id === undefined ? {} : { provider_id },
    { take: limit, skip: offset, order: { created_at: "DESC", id: "DESC" } }
  )
  return { reconciliations, count }
}

/**
 * One comparison with a page of its rows, those that differ first.
 * @throws {MedusaError} 404
 */
export async function reconciliationWithRows(
  container: MedusaContainer,
  input: { id: string; verdict?: string; limit: number; offset: number }
) {
  assertId(input.id, "reconciliation id")
  const [found] = await moduleOf(container).listReconciliations({ id: input.id }, { take: 1 })
  if (!found) {
    throw notFound("Reconciliation", input.id)
  }
  const { id, ...page } = input
  return { ...found, rows: await moduleOf(container).listRows({ reconciliation_id: id, ...page }) }
}
