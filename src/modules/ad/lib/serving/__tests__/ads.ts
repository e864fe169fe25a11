import { readTarget } from "../../target"
import { AdIndex, Counted, ShowableAd } from "../types"

/** An ad of company `a`, unless told otherwise. */
export function makeAd(facts: Partial<ShowableAd> = {}): ShowableAd {
  const nothing = {} as ShowableAd["cards"]
  return {
    id: "ad_1",
    company_id: "a",
    kind: "banner",
    placement: "home_banner",
    product_id: null,
    channel_ids: null,
    price_model: "cpm",
    price_tiyin: 500_000,
    total_budget_tiyin: null,
    daily_budget_tiyin: null,
    pacing: "fast",
    frequency_cap: null,
    target: readTarget({}),
    starts_at: -Infinity,
    ends_at: Infinity,
    impressions: 0,
    clicks: 0,
    cards: nothing,
    json: nothing as never,
    ...facts,
  }
}

/** An index of these ads whose companies are rich. */
export function makeIndexOf(ads: ShowableAd[], facts: Partial<AdIndex> = {}): AdIndex {
  return {
    places: new Map(),
    by_id: new Map(ads.map((ad) => [ad.id, ad])),
    listing_ids: new Set(),
    customers: new Map(),
    users: new Map(),
    phones: new Map(),
    funds: new Map(ads.flatMap(({ company_id }) => (company_id ? [[company_id, 1e12] as const] : []))),
    spent: [],
    ...facts,
  }
}

let serial = 0

export function makeCounted(facts: Partial<Counted> = {}): Counted {
  return {
    nonce: `n${++serial}`,
    kind: "impression",
    ad_id: "ad_1",
    price_model: "cpm",
    price_tiyin: 500_000,
    at: 0,
    visitor_id: "vis_1",
    customer_id: null,
    ...facts,
  }
}
