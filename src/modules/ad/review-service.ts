import { Context } from "@medusajs/framework/types"
import { InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { CampaignService, goodsAndTarget, newAd } from "./campaign-service"
import { AdErrors } from "./errors"
import { AdChanges, AdFacts, checkPlacementKind, checkShown, withFacts } from "./lib/change"
import { CreativeRow, insertCreative, moveCreative, selectCreatives } from "./lib/creative-rows"
import { checkDates, checkDraftDates, checkNewDates } from "./lib/dates"
import { checkAllowed, statusAfter } from "./lib/lifecycle"
import { isSameShown } from "./lib/revision"
import { AdRow, insertAd, updateAd } from "./lib/rows"
import { sql } from "../../lib/sql"

type Decision = { id: string; operator_id: string; now: Date; revision?: number }
type What = Pick<AdChanges, "content" | "target" | "listing">

/** What the market's operators do: they read what companies submit, and have ads of their own. */
export class ReviewService extends CampaignService {
  /**
   * Approves what waits: the ad with its creative, or the next creative of an approved one, which takes the place of the one
   * before it in the same transaction.
   * @param input.revision number that the operator has read; another one is refused
   * @throws {MedusaError} 404, AD_NOTHING_WAITS, AD_REVISION_CHANGED, AD_END_IN_PAST
   */
  @InjectTransactionManager()
  async approveAd(
    input: Decision,
    @MedusaContext() context: Context = {}
  ): Promise<{ company_id: string | null }> {
    const { ad, next, live } = await this.lockWaiting_(input, context)
    const status = ad.status === "approved" ? ad.status : statusAfter("approve", "operator", ad.status)
    checkDates(ad, input.now)
    if (live) {
      await moveCreative(context, live, { status: "superseded" })
    }
    await moveCreative(context, next, { status: "approved", reviewed_by: input.operator_id })
    await updateAd(context, {
      ...ad,
      ...goodsAndTarget(next),
      status,
      reject_reason: null,
      reviewed_at: input.now,
      reviewed_by: input.operator_id,
    })
    await this.settle_(ad, { live, next }, context)
    return { company_id: ad.company_id }
  }

  /**
   * Rejects what waits, with a reason. An approved ad goes on with what was approved.
   * @throws {MedusaError} 404, AD_NOTHING_WAITS, AD_REVISION_CHANGED
   */
  @InjectTransactionManager()
  async rejectAd(
    input: Decision & { reason: string },
    @MedusaContext() context: Context = {}
  ): Promise<{ company_id: string | null }> {
    const { ad, next } = await this.lockWaiting_(input, context)
    const { reason, operator_id, now } = input
    await moveCreative(context, next, { status: "rejected", reason, reviewed_by: operator_id })
    const decided = { ...ad, reviewed_at: now, reviewed_by: operator_id }
    await updateAd(
      context,
      ad.status === "approved"
        ? decided
        : { ...decided, status: statusAfter("reject", "operator", ad.status), reject_reason: reason }
    )
    return { company_id: ad.company_id }
  }

  /**
   * Makes an ad of the market's own, which nobody has to read and nobody pays for.
   * @throws {MedusaError} AD_PLACEMENT_UNKNOWN, AD_PLACEMENT_UNFIT and the codes of dates and content
   */
  @InjectTransactionManager()
  async createHouseAd(
    input: { operator_id: string; facts: AdFacts; what: What; now: Date },
    @MedusaContext() context: Context = {}
  ): Promise<{ id: string }> {
    const { operator_id, facts, what, now } = input
    const placement = await this.placement(facts.placement, context)
    checkPlacementKind(facts.kind, placement)
    checkDraftDates(facts, now)
    const shown = await this.shownWith_({ company_id: null, kind: facts.kind, what }, context)
    checkShown(facts.kind, shown, placement)
    const id = await insertAd(context, {
      ...newAd(null, facts),
      ...goodsAndTarget(shown),
      status: statusAfter("publish", "operator", "draft"),
      created_by: operator_id,
      reviewed_at: now,
      reviewed_by: operator_id,
    })
    await insertCreative(context, id, shown, "approved")
    return { id }
  }

  /**
   * Changes one of the market's own ads, at once.
   * @throws {MedusaError} 404, AD_NOT_HOUSE_AD, AD_STATUS_WRONG, AD_PLACEMENT_FIXED and the codes of dates and content
   */
  @InjectTransactionManager()
  async changeHouseAd(
    input: { id: string; operator_id: string; changes: AdChanges; now: Date },
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    const { id, changes, now } = input
    const before = await this.lock_("anybody", id, now, context)
    if (before.company_id !== null) {
      throw AdErrors.notHouseAd()
    }
    checkAllowed("edit", before.status)
    const after = withFacts(before, changes)
    if (after.kind !== before.kind || after.placement !== before.placement) {
      throw AdErrors.placementFixed()
    }
    if (after.ends_at !== null) {
      checkNewDates(before, after, now)
    }
    const creatives = await selectCreatives(context, id)
    const shown = await this.shownWith_(
      { company_id: null, kind: after.kind, what: changes, creatives },
      context
    )
    if (!isSameShown(shown, creatives.live!)) {
      checkShown(after.kind, shown, await this.placement(after.placement, context))
      await moveCreative(context, creatives.live!, { status: "superseded" })
      await insertCreative(context, id, shown, "approved")
    }
    await updateAd(context, { ...after, ...goodsAndTarget(shown) })
    await this.settle_(before, creatives, context)
  }

  /**
   * Ends approved ads whose last moment has passed, at most 500 at once.
   * @returns those that it ended
   */
  @InjectTransactionManager()
  async expireAds(
    now: Date,
    @MedusaContext() context: Context = {}
  ): Promise<Array<{ id: string; company_id: string | null }>> {
    return sql(
      context,
      `update ad set status = 'expired', expired_at = now(), updated_at = now()
        where id in (select id from ad where status = 'approved' and ends_at <= ? and deleted_at is null
                      order by ends_at limit 500 for update skip locked)
       returning id, company_id`,
      [now]
    )
  }

  /** The ad with what waits of it, locked. */
  private async lockWaiting_(
    { id, revision, now }: Decision,
    context: Context
  ): Promise<{ ad: AdRow; next: CreativeRow; live: CreativeRow | null }> {
    const ad = await this.lock_("anybody", id, now, context)
    const { next, live } = await selectCreatives(context, id)
    const isWaiting = ad.status === "pending" || ad.status === "approved"
    if (!isWaiting || next?.status !== "pending") {
      throw AdErrors.nothingWaits()
    }
    if (revision !== undefined && revision !== next.revision) {
      throw AdErrors.revisionChanged(next.revision)
    }
    return { ad, next, live }
  }
}
