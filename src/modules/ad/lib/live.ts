import { AdStatus } from "./lifecycle"

/** Why nobody is shown an ad at a moment; null when it is shown. */
export type NotLive =
  | "status"
  | "company"
  | "goods"
  | "placement"
  | "paused"
  | "not_started"
  | "ended"
  | "total_budget"
  | "daily_budget"
  | "funds"
  | "hours"

/** What it depends on; amounts in tiyin, `hour` of Tashkent. */
export type LiveFacts = {
  status: AdStatus
  is_paused: boolean
  starts_at: Date | null
  ends_at: Date | null
  price_tiyin: number
  price_model: "cpm" | "cpc"
  total_budget_tiyin: number | null
  daily_budget_tiyin: number | null
  spent_tiyin: number
  spent_today_tiyin: number
  /** Null for the market's own ads, which nobody pays for. */
  funds_tiyin: number | null
  is_placement_active: boolean
  /** Active and public, or the market itself. */
  may_company_advertise: boolean
  /** Of kind `listing`: shoppers see its goods. */
  are_goods_shown: boolean
  hours: number[]
}

/** What stands between an ad and its shoppers now, the thing that its owner can do least about first. */
export function notLive(ad: LiveFacts, now: Date, hour: number): NotLive | null {
  const unit = ad.price_model === "cpc" ? ad.price_tiyin : ad.price_tiyin / 1000
  const lacks = (budget: number | null, spent: number) => budget !== null && budget - spent < unit
  const reasons: Array<[NotLive, boolean]> = [
    ["status", ad.status !== "approved" && ad.status !== "expired"],
    ["ended", ad.status === "expired" || (ad.ends_at !== null && ad.ends_at <= now)],
    ["company", !ad.may_company_advertise],
    ["goods", !ad.are_goods_shown],
    ["placement", !ad.is_placement_active],
    ["paused", ad.is_paused],
    ["not_started", ad.starts_at !== null && ad.starts_at > now],
    ["total_budget", lacks(ad.total_budget_tiyin, ad.spent_tiyin)],
    ["daily_budget", lacks(ad.daily_budget_tiyin, ad.spent_today_tiyin)],
    ["funds", ad.funds_tiyin !== null && ad.funds_tiyin < unit],
    ["hours", ad.hours.length > 0 && !ad.hours.includes(hour)],
  ]
  return reasons.find(([, isSo]) => isSo)?.[0] ?? null
}
