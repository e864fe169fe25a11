import { PlacementRow, placementsWith } from "../../../modules/ad/lib/placements"
import { AD_LANGUAGES, AdLanguage, readTarget } from "../../../modules/ad/lib/target"
import { dayOf } from "../../../modules/ad/lib/serving/day"
import { AdCard, AdIndex, PlaceAds, ShowableAd } from "../../../modules/ad/lib/serving/types"
import { AdIndexRow } from "./queries/index-rows"

/** The word that the law and honesty want beside every ad. */
export const AD_LABELS: Record<AdLanguage, string> = { uz: "Reklama", ru: "Реклама", en: "Ad" }

const amount = (value: string | null) => (value === null ? null : Number(value))

/** Puts what the database has said in the form that answers are picked from. */
export function makeIndex(rows: AdIndexRow[], placements: PlacementRow[], now: number): AdIndex {
  const places = new Map<string, PlaceAds>()
  for (const { code, is_active, most, positions } of placementsWith(placements)) {
    if (is_active) {
      places.set(code, { most, positions, ads: [] })
    }
  }
  const ads = rows.map(showableOf)
  ads.forEach((ad) => places.get(ad.placement)?.ads.push(ad))
  return {
    places,
    by_id: new Map(ads.map((ad) => [ad.id, ad])),
    listing_ids: new Set(rows.flatMap(({ product }) => (product ? [product.listing_id] : []))),
    ...peopleOf(rows),
    funds: new Map(
      rows.flatMap((row) => (row.company_id ? [[row.company_id, Number(row.funds_tiyin)] as const] : []))
    ),
    spent: rows.map((row) => ({
      ad_id: row.id,
      spent_tiyin: Number(row.spent_tiyin),
      day: dayOf(now),
      day_tiyin: Number(row.today_tiyin),
    })),
  }
}

function peopleOf(rows: AdIndexRow[]): Pick<AdIndex, "customers" | "users" | "phones"> {
  const [customers, users, phones] = [new Map(), new Map(), new Map()] as Array<Map<string, Set<string>>>
  const add = (to: Map<string, Set<string>>, key: string | null, companyId: string) => {
    if (key !== null) {
      to.set(key, (to.get(key) ?? new Set()).add(companyId))
    }
  }
  for (const { company_id, people, phones: numbers } of rows) {
    if (company_id !== null) {
      people?.forEach(({ customer_id, user_id }) => {
        add(customers, customer_id, company_id)
        add(users, user_id, company_id)
      })
      numbers?.forEach((phone) => add(phones, phone, company_id))
    }
  }
  return { customers, users, phones }
}

function showableOf(row: AdIndexRow): ShowableAd {
  const cards = Object.fromEntries(
    AD_LANGUAGES.map((language) => [language, cardOf(row, language)])
  ) as ShowableAd["cards"]
  return {
    id: row.id,
    company_id: row.company_id,
    kind: row.kind,
    placement: row.placement,
    product_id: row.product?.id ?? null,
    channel_ids: row.product && (row.product.channel_ids ?? []),
    price_model: row.price_model,
    price_tiyin: Number(row.price_tiyin),
    total_budget_tiyin: amount(row.total_budget_tiyin),
    daily_budget_tiyin: amount(row.daily_budget_tiyin),
    pacing: row.pacing,
    frequency_cap: row.frequency_cap,
    target: readTarget(row.target),
    starts_at: row.starts_at?.getTime() ?? -Infinity,
    ends_at: row.ends_at?.getTime() ?? Infinity,
    impressions: Number(row.impressions),
    clicks: Number(row.clicks),
    cards,
    json: Object.fromEntries(
      AD_LANGUAGES.map((language) => [language, JSON.stringify(cards[language]).slice(0, -1)])
    ) as ShowableAd["json"],
  }
}

/** An ad in a language; one that it is not written in is stood in for by the first that it is. */
function cardOf(row: AdIndexRow, language: AdLanguage): AdCard {
  const { content, product } = row
  const text = [language, ...AD_LANGUAGES].map((one) => content?.[one]).find((one) => one)
  const name = product ? (product.names[language] ?? product.names.uz) : ""
  return {
    id: row.id,
    label: AD_LABELS[language],
    advertiser: row.company_name ? { name: row.company_name, handle: row.company_handle! } : null,
    kind: row.kind,
    title: text?.title || name,
    text: text?.text ?? null,
    image_url: text?.image_url ?? product?.thumbnail ?? null,
    width: text?.width ?? null,
    height: text?.height ?? null,
    link: text?.link ?? null,
    ...(product && {
      product: {
        id: product.id,
        handle: product.handle,
        title: name,
        thumbnail: product.thumbnail,
        price: Number(product.price),
        currency_code: "uzs",
      },
    }),
  }
}
