import { LANGUAGES, Lang } from "../../../i18n/languages"
import { AdDraft, ContentDraft, dayIn, draftOf, isEmpty, wholeOf } from "./draft"
import type { Ad, AdKind } from "./types"

/** How the form of an ad is sent. Pure, so that it is tested without a browser. */

/** A content as it is sent; the picture by its key, or by its address where the key is not told. */
type SentContent = {
  title: string | null
  text: string | null
  link?: string | null
  image_key?: string
  image_url?: string | null
}
const orNull = (text: string) => text.trim() || null

/** Goods in a list show their own picture and lead to their own page. */
function contentBody({ title, text, link, image }: ContentDraft, kind: AdKind): SentContent {
  const words = { title: orNull(title), text: orNull(text) }
  if (kind === "listing") {
    return words
  }
  return {
    ...words,
    link: orNull(link),
    ...(image?.key ? { image_key: image.key } : { image_url: image?.url ?? null }),
  }
}

/** First and last moment of a day of Tashkent, whose clock is never changed. */
const startOf = (day: string) => (day ? `${day}T00:00:00.000+05:00` : null)
const endOf = (day: string) => (day ? `${day}T23:59:59.999+05:00` : null)
/** A half-typed number is not sent; the form has said what is wrong with it. */
const numberBody = (text: string) => {
  const value = wholeOf(text)
  return value === null || Number.isNaN(value) ? null : value
}

/** A day that was not touched is sent as it came: somebody may have ended the ad within it. */
const sameDay = (day: string, at: string | null | undefined, made: string | null) =>
  at && dayIn(at) === day ? at : made

const looksOf = (draft: AdDraft) =>
  Object.fromEntries(
    LANGUAGES.map((lang) => {
      const content = draft.content[lang]
      return [lang, isEmpty(content) ? null : contentBody(content, draft.kind)]
    })
  ) as Record<Lang, SentContent | null>

/** What is sent of a company's ad. */
export function bodyOf(draft: AdDraft, ad?: Ad) {
  return {
    ...houseBody(draft, ad),
    listing_id: draft.kind === "listing" ? (draft.goods?.listing_id ?? null) : null,
    price_model: draft.price_model,
    price: numberBody(draft.price) ?? 0,
    total_budget: numberBody(draft.total_budget),
    daily_budget: numberBody(draft.daily_budget),
    pacing: draft.pacing,
  }
}

/** What is sent of a house ad, which costs nothing and knows no goods. */
export function houseBody(draft: AdDraft, ad?: Ad) {
  return {
    name: draft.name.trim(),
    kind: draft.kind,
    placement: draft.placement,
    starts_at: sameDay(draft.starts_on, ad?.starts_at, startOf(draft.starts_on)),
    ends_at: sameDay(draft.ends_on, ad?.ends_at, endOf(draft.ends_on)),
    frequency_cap: numberBody(draft.frequency_cap),
    target: draft.target,
    content: looksOf(draft),
  }
}

/** What is sent of a change: only what is another now, so that what nobody touched is not judged anew. */
export function changesOf(draft: AdDraft, ad: Ad, isHouse: boolean): Record<string, unknown> {
  const bodyFor = (one: AdDraft) => (isHouse ? houseBody(one, ad) : bodyOf(one, ad))
  const before = new Map(Object.entries(bodyFor(draftOf(ad))))
  return Object.fromEntries(
    Object.entries(bodyFor(draft)).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(before.get(name))
    )
  )
}
