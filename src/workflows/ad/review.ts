import { MedusaContainer } from "@medusajs/framework/types"
import { AdEvents } from "../../modules/ad/events"
import { AdFacts } from "../../modules/ad/lib/change"
import { adsOf, announceAds } from "./announce"
import { knownOf, lookUp } from "./lookups"
import { endingNow, SentChanges, SentWhat } from "./write"

type Decision = { id: string; operator_id: string; revision?: number }

/**
 * Approves what waits of an ad. Emits `ad.approved`.
 * @throws {MedusaError} 404 and the codes of `approveAd` of the module
 */
export async function approveAd(container: MedusaContainer, decision: Decision): Promise<void> {
  const { company_id } = await adsOf(container).approveAd({ ...decision, now: new Date() })
  await announceAds(container, AdEvents.APPROVED, [{ id: decision.id, company_id }])
}

/**
 * Rejects what waits of an ad. Emits `ad.rejected`.
 * @throws {MedusaError} 404 and the codes of `rejectAd` of the module
 */
export async function rejectAd(
  container: MedusaContainer,
  decision: Decision & { reason: string }
): Promise<void> {
  const { company_id } = await adsOf(container).rejectAd({ ...decision, now: new Date() })
  await announceAds(container, AdEvents.REJECTED, [{ id: decision.id, company_id }])
}

/**
 * Makes an ad of the market's own, which is shown at once. Emits `ad.approved`.
 * @throws {MedusaError} the codes of `lookUp` and of `createHouseAd` of the module
 */
export async function createHouseAd(
  container: MedusaContainer,
  operator_id: string,
  facts: AdFacts,
  sent: SentWhat
): Promise<{ id: string }> {
  const what = await lookUp(container, null, sent)
  const { id } = await adsOf(container).createHouseAd({ operator_id, facts, what, now: new Date() })
  await announceAds(container, AdEvents.APPROVED, [{ id, company_id: null }])
  return { id }
}

/**
 * Changes one of the market's own ads, at once. Emits `ad.changed`.
 * @throws {MedusaError} 404 and the codes of `changeHouseAd` of the module
 */
export async function changeHouseAd(
  container: MedusaContainer,
  operator_id: string,
  id: string,
  sent: SentChanges
): Promise<void> {
  const now = new Date()
  const changes = await lookUp(container, null, endingNow(sent, now), await knownOf(container, null, id))
  await adsOf(container).changeHouseAd({ id, operator_id, changes, now })
  await announceAds(container, AdEvents.CHANGED, [{ id, company_id: null }])
}

/**
 * Ends approved ads whose last moment has passed. Emits `ad.expired`.
 * @returns how many; fewer than 500 when none is left
 */
export async function expireAds(container: MedusaContainer, now = new Date()): Promise<number> {
  const ended = await adsOf(container).expireAds(now)
  await announceAds(container, AdEvents.EXPIRED, ended)
  return ended.length
}
