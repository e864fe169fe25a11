import { MedusaContainer } from "@medusajs/framework/types"
import { notLive } from "../../../modules/ad/lib/live"
import { Placement } from "../../../modules/ad/lib/placements"
import { hourOf } from "../../../modules/ad/lib/serving/day"
import { readTarget } from "../../../modules/ad/lib/target"
import { adsOf } from "../announce"
import { companyFunds, Funds } from "./funds"
import { AdFilter, AdViewRow, CreativeView, selectAd, selectAds } from "./rows"

/** An ad as its company and the operators read it; money in so'm. */
export type AdView = ReturnType<typeof present>

const som = (tiyin: string | null) => (tiyin === null ? null : Number(tiyin) / 100)

/** Clicks of a hundred impressions, with two decimals; null before the first impression. */
export function clickRate(impressions: number, clicks: number): number | null {
  return impressions === 0 ? null : Math.round((clicks / impressions) * 10_000) / 100
}

const presentCreative = (creative: CreativeView | null) =>
  creative && { ...creative, target: readTarget(creative.target) }

function present(row: AdViewRow, placements: Placement[], funds: Map<string, Funds>, now: Date) {
  const target = readTarget(row.target)
  const [impressions, clicks] = [Number(row.impressions), Number(row.clicks)]
  const not_live_reason = notLive(
    {
      ...row,
      price_tiyin: Number(row.price_tiyin),
      total_budget_tiyin: row.total_budget_tiyin === null ? null : Number(row.total_budget_tiyin),
      daily_budget_tiyin: row.daily_budget_tiyin === null ? null : Number(row.daily_budget_tiyin),
      spent_tiyin: Number(row.spent_tiyin),
      spent_today_tiyin: Number(row.today_tiyin),
      funds_tiyin: row.company_id === null ? null : (funds.get(row.company_id)?.available_tiyin ?? 0),
      is_placement_active: placements.some(({ code, is_active }) => code === row.placement && is_active),
      hours: target.hours,
    },
    now,
    hourOf(now.getTime())
  )
  return {
    id: row.id,
    company_id: row.company_id,
    company: row.company,
    name: row.name,
    kind: row.kind,
    placement: row.placement,
    listing_id: row.listing_id,
    product_id: row.product_id,
    product: row.product,
    status: row.status,
    reject_reason: row.reject_reason,
    is_paused: row.is_paused,
    pause_reason: row.pause_reason,
    is_live: not_live_reason === null,
    not_live_reason,
    starts_at: row.starts_at,
    ends_at: row.ends_at,
    price_model: row.price_model,
    price: som(row.price_tiyin)!,
    total_budget: som(row.total_budget_tiyin),
    daily_budget: som(row.daily_budget_tiyin),
    pacing: row.pacing,
    frequency_cap: row.frequency_cap,
    target,
    spent: som(row.spent_tiyin)!,
    spent_today: som(row.today_tiyin)!,
    impressions,
    clicks,
    ctr: clickRate(impressions, clicks),
    creative: presentCreative(row.creative),
    next_creative: presentCreative(row.next_creative),
    created_at: row.created_at,
    submitted_at: row.submitted_at,
    reviewed_at: row.reviewed_at,
  }
}

async function presentAll(container: MedusaContainer, rows: AdViewRow[]): Promise<AdView[]> {
  const companies = rows.flatMap(({ company_id }) => (company_id ? [company_id] : []))
  const placements = await adsOf(container).placements()
  const funds = await companyFunds(container, [...new Set(companies)])
  const now = new Date()
  return rows.map((row) => present(row, placements, funds, now))
}

/** A page of ads: four statements. */
export async function listAds(
  container: MedusaContainer,
  filter: AdFilter,
  page: { limit: number; offset: number }
): Promise<{ ads: AdView[]; count: number }> {
  const { rows, count } = await selectAds(container, filter, page)
  return { ads: await presentAll(container, rows), count }
}

/**
 * One ad.
 * @throws {MedusaError} 404, also for another company's
 */
export async function findAd(
  container: MedusaContainer,
  filter: { id: string; company_id?: string }
): Promise<AdView> {
  const [ad] = await presentAll(container, [await selectAd(container, filter)])
  return ad
}
