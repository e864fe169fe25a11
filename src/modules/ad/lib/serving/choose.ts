import { FoldedMoment, matchesTarget } from "../target"
import { daysLeft, passedShare } from "./day"
import { Meter } from "./meter"
import { unitMilli } from "./settle"
import { ShowableAd } from "./types"

/** Who is to be shown something, as far as it matters. */
export type Viewer = {
  /** Companies that the viewer belongs to. */
  own_companies: ReadonlySet<string> | undefined
  /** How often the viewer has been shown an ad today. */
  seen: (adId: string) => number
  /** Sales channels of the storefront: goods of others cannot be bought there. */
  channel_ids: readonly string[]
}

/** Clicks and impressions that an ad is supposed to have had before anybody saw it: 1 per cent. */
const PRIOR = { clicks: 2, impressions: 200 }
/** Part of a day's budget that an evenly paced ad may be ahead by. */
const HEAD_START = 0.05

/** What an impression is expected to bring, in thousandths of a tiyin. */
export function expectedMilli(ad: ShowableAd): number {
  if (ad.price_model === "cpm") {
    return unitMilli(ad)
  }
  return (unitMilli(ad) * (ad.clicks + PRIOR.clicks)) / (ad.impressions + PRIOR.impressions)
}

/** Whether an ad's budgets, its pace and its company's money allow one more. House ads cost nothing. */
export function isAffordable(ad: ShowableAd, meter: Meter, now: number): boolean {
  if (ad.company_id === null) {
    return true
  }
  const unit = unitMilli(ad)
  const { total, today, counted_total, counted_today } = meter.costs(ad.id, now)
  const budget = (tiyin: number | null) => (tiyin === null ? Infinity : tiyin * 1_000)
  return (
    total + unit <= budget(ad.total_budget_tiyin) &&
    today + unit <= budget(ad.daily_budget_tiyin) &&
    // What costs nothing (an old system's ad, until it is given a later end) needs no money.
    (unit === 0 || meter.fundsOf(ad.company_id) >= unit) &&
    // Pace goes by what was counted: whoever asks for ads and looks at none shall not slow anybody down.
    isInPace(ad, { total: counted_total, today: counted_today, unit }, now)
  )
}

/** An evenly paced ad has spent no more of its day's money than the share of its day that is over, and a small start. */
function isInPace(
  ad: ShowableAd,
  costs: { total: number; today: number; unit: number },
  now: number
): boolean {
  const daily = ad.pacing === "even" ? dailyMilli(ad, costs, now) : null
  if (daily === null) {
    return true
  }
  const due = daily * (passedShare(now, ad.target.hours) + HEAD_START)
  return costs.today + costs.unit <= Math.max(due, costs.unit)
}

/** Money of one day: the daily budget, or an equal share of what the total had left this morning. */
function dailyMilli(
  ad: ShowableAd,
  { total, today }: { total: number; today: number },
  now: number
): number | null {
  if (ad.daily_budget_tiyin !== null) {
    return ad.daily_budget_tiyin * 1_000
  }
  if (ad.total_budget_tiyin === null || ad.ends_at === Infinity) {
    return null
  }
  return (ad.total_budget_tiyin * 1_000 - (total - today)) / daysLeft(now, ad.ends_at)
}

function isFor(ad: ShowableAd, moment: FoldedMoment, viewer: Viewer, now: number): boolean {
  return (
    ad.starts_at <= now &&
    now < ad.ends_at &&
    matchesTarget(ad.target, moment) &&
    (ad.channel_ids === null || ad.channel_ids.some((id) => viewer.channel_ids.includes(id))) &&
    !(ad.company_id !== null && viewer.own_companies?.has(ad.company_id)) &&
    (ad.frequency_cap === null || viewer.seen(ad.id) < ad.frequency_cap)
  )
}

/**
 * The ads of one answer, at most `limit`: drawn by what they are expected to bring, each company once, then the market's own,
 * and a second one of a company only where there is nothing else.
 * @param random from 0 (included) to 1, like `Math.random`
 */
export function chooseAds(
  ads: readonly ShowableAd[],
  request: { moment: FoldedMoment; viewer: Viewer; limit: number; now: number },
  meter: Meter,
  random: () => number
): ShowableAd[] {
  const { moment, viewer, limit, now } = request
  const drawn: Array<{ ad: ShowableAd; key: number }> = []
  for (const ad of ads) {
    if (isFor(ad, moment, viewer, now) && isAffordable(ad, meter, now)) {
      drawn.push({ ad, key: drawKey(ad, random) })
    }
  }
  drawn.sort((a, b) => a.key - b.key)
  return withoutRepeats(
    drawn.map(({ ad }) => ad),
    limit
  )
}

/** The least of exponentially distributed keys wins in proportion to its weight, and so does the next among the rest. */
function drawKey(ad: ShowableAd, random: () => number): number {
  return -Math.log(1 - random()) / Math.max(expectedMilli(ad), 1e-9)
}

function withoutRepeats(ads: ShowableAd[], limit: number): ShowableAd[] {
  const companies = new Set<string>()
  const first: ShowableAd[] = []
  const house: ShowableAd[] = []
  const repeated: ShowableAd[] = []
  for (const ad of ads) {
    if (ad.company_id === null) {
      house.push(ad)
    } else if (companies.has(ad.company_id)) {
      repeated.push(ad)
    } else {
      companies.add(ad.company_id)
      first.push(ad)
    }
  }
  return [...first, ...house, ...repeated].slice(0, limit)
}
