import { Context } from "@medusajs/framework/types"
import { InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { AdErrors } from "./errors"
import { ShownService } from "./shown-service"
import { AdChanges, AdFacts, checkChange, checkDraft, checkShown, checkWhole, withFacts } from "./lib/change"
import { insertCreative, moveCreative, selectCreatives } from "./lib/creative-rows"
import { checkAllowed, paused, resumed, statusAfter, statusAt } from "./lib/lifecycle"
import { Spent } from "./lib/money"
import { isSameShown } from "./lib/revision"
import { dayOf } from "./lib/serving/day"
import {
  AdRow,
  countOpenAds,
  deleteAd,
  insertAd,
  lockAd,
  lockCompanyAds,
  Owner,
  selectSpentOn,
  updateAd,
} from "./lib/rows"

/** Ads of one company that have not ended, at most. */
export const ADS_MAX = 500

type What = Pick<AdChanges, "content" | "target" | "listing">

/** What a company does with its ads; an operator's pauses too. */
export class CampaignService extends ShownService {
  /**
   * Writes a draft down.
   * @throws {MedusaError} AD_ADS_FULL, AD_PLACEMENT_UNKNOWN, AD_PLACEMENT_UNFIT and the codes of money, dates and content
   */
  @InjectTransactionManager()
  async createAd(
    input: { company_id: string; created_by: string; facts: AdFacts; what: What; now: Date },
    @MedusaContext() context: Context = {}
  ): Promise<{ id: string }> {
    const { company_id, created_by, facts, what, now } = input
    await lockCompanyAds(context, company_id)
    if ((await countOpenAds(context, company_id)) >= ADS_MAX) {
      throw AdErrors.adsFull(ADS_MAX)
    }
    checkDraft(facts, await this.placement(facts.placement, context), now)
    const shown = await this.shownWith_({ company_id, kind: facts.kind, what }, context)
    const id = await insertAd(context, { ...newAd(company_id, facts), ...goodsAndTarget(shown), created_by })
    await insertCreative(context, id, shown, "draft")
    return { id }
  }

  /**
   * Changes an ad. Money, days and pacing take effect at once. What it shows, whom, and which goods, is read by the operator
   * first where the ad has been submitted: it waits as the next creative, while an approved one goes on.
   * @returns whether something waits now that did not, and whether the ad is approved
   * @throws {MedusaError} 404, AD_STATUS_WRONG, AD_PLACEMENT_FIXED and the codes of money, dates and content
   */
  @InjectTransactionManager()
  async changeAd(
    input: { company_id: string; id: string; changes: AdChanges; now: Date },
    @MedusaContext() context: Context = {}
  ): Promise<{ is_submitted: boolean; is_running: boolean }> {
    const { company_id, id, changes, now } = input
    const before = await this.lock_({ company_id }, id, now, context)
    checkAllowed("edit", before.status)
    const after = withFacts(before, changes)
    const placement = await this.placement(after.placement, context)
    const creatives = await selectCreatives(context, id)
    const shown = await this.shownWith_({ company_id, kind: after.kind, what: changes, creatives }, context)
    if (before.status === "draft" || before.status === "rejected") {
      checkDraft(after, placement, now)
    } else {
      checkChange(before, after, placement, await this.spent_(before, now, context), now)
      const latest = creatives.next ?? creatives.live
      if (!latest || !isSameShown(shown, latest)) {
        checkShown(after.kind, shown, placement)
      }
    }
    const is_submitted = await this.writeNext_({ ad: before, creatives, shown }, context)
    await updateAd(context, creatives.live ? after : { ...after, ...goodsAndTarget(shown) })
    await this.settle_(before, creatives, context)
    return { is_submitted, is_running: before.status === "approved" }
  }

  /**
   * Hands a draft, or what was rejected, to the operator: the ad, or the next creative of one that is approved.
   * @throws {MedusaError} 404, AD_STATUS_WRONG and every code of `checkWhole`
   */
  @InjectTransactionManager()
  async submitAd(
    input: { company_id: string; id: string; now: Date },
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    const { company_id, id, now } = input
    const ad = await this.lock_({ company_id }, id, now, context)
    const { next } = await selectCreatives(context, id)
    const isLater = ad.status === "approved" && next !== null && next.status !== "pending"
    const status = isLater ? ad.status : statusAfter("submit", "company", ad.status)
    if (!next) {
      throw AdErrors.contentMissing("words and pictures")
    }
    checkWhole(
      ad,
      next,
      await this.placement(ad.placement, context),
      await this.spent_(ad, now, context),
      now
    )
    await moveCreative(context, next, { status: "pending" })
    await updateAd(context, { ...ad, status, reject_reason: null, submitted_at: now })
  }

  /**
   * Stops an ad, or lets it go on.
   * @returns whether anything is another now
   * @throws {MedusaError} 404, AD_STATUS_WRONG, AD_PAUSED_BY_OPERATOR, AD_NEEDS_END_DATE
   */
  @InjectTransactionManager()
  async pauseAd(
    input: { owner: Owner; id: string; by: "company" | "operator"; is_paused: boolean; now: Date },
    @MedusaContext() context: Context = {}
  ): Promise<{ company_id: string | null; is_changed: boolean }> {
    const { owner, id, by, is_paused, now } = input
    const ad = await this.lock_(owner, id, now, context)
    checkAllowed("pause", ad.status)
    const after = { ...ad, ...(is_paused ? paused(ad, by) : resumed(ad, by)) }
    await updateAd(context, after)
    const is_changed = after.is_paused !== ad.is_paused || after.pause_reason !== ad.pause_reason
    return { company_id: ad.company_id, is_changed }
  }

  /**
   * Deletes an ad that nobody has been shown; its pictures go a day later.
   * @throws {MedusaError} 404, AD_STATUS_WRONG
   */
  @InjectTransactionManager()
  async dropAd(
    input: { company_id: string; id: string; now: Date },
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    const ad = await this.lock_(input, input.id, input.now, context)
    checkAllowed("delete", ad.status)
    const creatives = await selectCreatives(context, ad.id)
    await deleteAd(context, ad.id)
    await this.settle_(ad, creatives, context)
  }

  /** An ad with the status that it has at this moment, locked. */
  protected async lock_(owner: Owner, id: string, now: Date, context: Context): Promise<AdRow> {
    const ad = await lockAd(context, owner, id)
    return { ...ad, status: statusAt(ad, now) }
  }

  protected async spent_(ad: AdRow, now: Date, context: Context): Promise<Spent> {
    return {
      total_tiyin: ad.spent_tiyin,
      today_tiyin: await selectSpentOn(context, ad.id, dayOf(now.getTime())),
    }
  }
}

/** The goods and the people of a creative, as the ad's own row repeats them while it is the one that counts. */
export const goodsAndTarget = ({
  target,
  listing_id,
  product_id,
}: Pick<AdRow, "target" | "listing_id" | "product_id">) => ({
  target,
  listing_id,
  product_id,
})

/** A row of an ad that nobody has submitted. */
export const newAd = (company_id: string | null, facts: AdFacts) => ({
  ...facts,
  company_id,
  status: "draft" as const,
  reject_reason: null,
  is_paused: false,
  pause_reason: null,
  submitted_at: null,
  reviewed_at: null,
  reviewed_by: null,
})
