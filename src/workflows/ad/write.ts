import { MedusaContainer } from "@medusajs/framework/types"
import { AdEvents } from "../../modules/ad/events"
import { AdChanges, AdFacts } from "../../modules/ad/lib/change"
import { SentContent } from "../../modules/ad/lib/content"
import { AdTarget } from "../../modules/ad/lib/target"
import { adsOf, announceAds } from "./announce"
import { knownOf, lookUp, requireAdvertiser, requireGoodsOf } from "./lookups"

/** What an ad shows, as it is sent. */
export type SentWhat = { content?: SentContent; target?: AdTarget; listing_id?: string | null }
export type SentChanges = Partial<AdFacts> & SentWhat

/** An end that somebody means by "now": clocks differ, and a call takes its time. */
const NOW_MS = 5 * 60_000

/** Changes with an end of this moment put to the very moment, which the rules know. */
export function endingNow<Sent extends { ends_at?: Date | null }>(sent: Sent, now: Date): Sent {
  const since = sent.ends_at ? now.getTime() - sent.ends_at.getTime() : -1
  return since >= 0 && since <= NOW_MS ? { ...sent, ends_at: now } : sent
}

/**
 * Writes a company's draft down.
 * @throws {MedusaError} the codes of `lookUp` and of `createAd` of the module
 */
export async function createAd(
  container: MedusaContainer,
  by: { company_id: string; user_id: string },
  facts: AdFacts,
  sent: SentWhat
): Promise<{ id: string }> {
  const what = await lookUp(container, by.company_id, sent)
  const { company_id, user_id: created_by } = by
  return adsOf(container).createAd({ company_id, created_by, facts, what, now: new Date() })
}

/**
 * Changes a company's ad. Emits `ad.changed` when it is approved, and `ad.submitted` when something waits for the operator now.
 * @throws {MedusaError} 404 and the codes of `lookUp` and of `changeAd` of the module
 */
export async function changeAd(
  container: MedusaContainer,
  company_id: string,
  id: string,
  sent: SentChanges
): Promise<void> {
  const now = new Date()
  const known = await knownOf(container, company_id, id)
  const changes: AdChanges = await lookUp(container, company_id, endingNow(sent, now), known)
  const { is_submitted, is_running } = await adsOf(container).changeAd({ company_id, id, changes, now })
  await announceAds(container, AdEvents.CHANGED, is_running ? [{ id, company_id }] : [])
  await announceAds(container, AdEvents.SUBMITTED, is_submitted ? [{ id, company_id }] : [])
}

/**
 * Hands an ad to the operator. Emits `ad.submitted`.
 * @throws {MedusaError} 404, AD_COMPANY_PRIVATE, AD_COMPANY_INACTIVE, AD_LISTING_UNFIT and the codes of `submitAd` of the module
 */
export async function submitAd(container: MedusaContainer, company_id: string, id: string): Promise<void> {
  await requireAdvertiser(container, company_id)
  await requireGoodsOf(container, company_id, id)
  await adsOf(container).submitAd({ company_id, id, now: new Date() })
  await announceAds(container, AdEvents.SUBMITTED, [{ id, company_id }])
}

/**
 * Deletes a draft, or what was rejected.
 * @throws {MedusaError} 404, AD_STATUS_WRONG
 */
export async function deleteAd(container: MedusaContainer, company_id: string, id: string): Promise<void> {
  await adsOf(container).dropAd({ company_id, id, now: new Date() })
}

/**
 * Stops an ad or lets it go on; saying the same twice changes nothing. Emits `ad.paused`, `ad.resumed`.
 * @param company_id null for an operator, who may stop anybody's
 * @throws {MedusaError} 404, AD_STATUS_WRONG, AD_PAUSED_BY_OPERATOR, AD_NEEDS_END_DATE
 */
export async function pauseAd(
  container: MedusaContainer,
  company_id: string | null,
  id: string,
  is_paused: boolean
): Promise<void> {
  const ad = await adsOf(container).pauseAd({
    owner: company_id === null ? "anybody" : { company_id },
    by: company_id === null ? "operator" : "company",
    id,
    is_paused,
    now: new Date(),
  })
  const name = is_paused ? AdEvents.PAUSED : AdEvents.RESUMED
  await announceAds(container, name, ad.is_changed ? [{ id, company_id: ad.company_id }] : [])
}
