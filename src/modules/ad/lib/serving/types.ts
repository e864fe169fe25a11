import { AdLanguage, AdTarget } from "../target"

/** What shoppers are shown of an ad in one language. */
export type AdCard = {
  id: string
  /** The word that says that this is advertising. */
  label: string
  advertiser: { name: string; handle: string } | null
  kind: "banner" | "listing"
  title: string
  text: string | null
  image_url: string | null
  width: number | null
  height: number | null
  link: string | null
  product?: {
    id: string
    handle: string
    title: string
    thumbnail: string | null
    price: number
    currency_code: string
  }
}

/** An ad that may be shown, as the index holds it. Nothing in it ever changes: a new index has new ones. */
export type ShowableAd = {
  id: string
  /** Null for the market's own. */
  company_id: string | null
  kind: "banner" | "listing"
  placement: string
  product_id: string | null
  /** Sales channels that the goods are in; null for a banner, which is for all. */
  channel_ids: string[] | null
  price_model: "cpm" | "cpc"
  /** Per 1 000 impressions (cpm) or per click (cpc). */
  price_tiyin: number
  total_budget_tiyin: number | null
  daily_budget_tiyin: number | null
  pacing: "even" | "fast"
  /** Impressions per visitor and day. */
  frequency_cap: number | null
  target: AdTarget
  /** Milliseconds; the ad is shown from the first to before the second. */
  starts_at: number
  ends_at: number
  impressions: number
  clicks: number
  cards: Record<AdLanguage, AdCard>
  /** The same as JSON, without its last brace: an answer adds its tokens. */
  json: Record<AdLanguage, string>
}

export type PlaceAds = { most: number; positions: number[]; ads: ShowableAd[] }

/** What an ad had spent when the database was asked, in tiyin; `day` is the day of Tashkent of `day_tiyin`. */
export type Spent = { ad_id: string; spent_tiyin: number; day: string; day_tiyin: number }

/** Everything that answers need, in memory. */
export type AdIndex = {
  /** By code; places that are closed are missing. */
  places: Map<string, PlaceAds>
  by_id: Map<string, ShowableAd>
  listing_ids: Set<string>
  /** Companies whose own person somebody is: by customer (the same e-mail), and by user. */
  customers: Map<string, Set<string>>
  users: Map<string, Set<string>>
  /** Phones of companies, for customers who are looked up when their visit is counted. */
  phones: Map<string, Set<string>>
  /** What companies can still pay for, in tiyin. */
  funds: Map<string, number>
  spent: Spent[]
}

/** Somebody looked at an ad, or followed it; what a token says, and whose it was. */
export type Counted = {
  nonce: string
  kind: "impression" | "click"
  ad_id: string
  /** The price when the ad was shown. */
  price_model: "cpm" | "cpc"
  price_tiyin: number
  at: number
  visitor_id: string | null
  customer_id: string | null
  /** Its company's money was used up when it came: it counts, and nobody pays for it. */
  is_unpaid?: boolean
}
