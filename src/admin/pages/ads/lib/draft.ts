import type { AdTarget } from "../../../../modules/ad/lib/target"
import { LANGUAGES, Lang } from "../../../i18n/languages"
import { dayOf } from "../../../lib/format"
import { newestLook } from "./state"
import type { Ad, AdImage, AdKind, AdPlacement, Content, Contents, Pacing, PriceModel } from "./types"

/** What the form of an ad holds, and how it is sent. Pure, so that it is tested without a browser. */

export type ContentDraft = {
  title: string
  text: string
  link: string
  image: (Omit<AdImage, "key"> & { key: string | null }) | null
}
export type ChosenGoods = { listing_id: string; title: string; thumbnail: string | null }
export type AdDraft = {
  name: string
  kind: AdKind
  placement: string
  goods: ChosenGoods | null
  content: Record<Lang, ContentDraft>
  starts_on: string
  ends_on: string
  price_model: PriceModel
  price: string
  total_budget: string
  daily_budget: string
  pacing: Pacing
  frequency_cap: string
  target: AdTarget
}

export const NO_TARGET: AdTarget = {
  category_ids: [],
  query_words: [],
  regions: [],
  languages: [],
  hours: [],
}

const contentOf = (content: Content | null | undefined): ContentDraft => ({
  title: content?.title ?? "",
  text: content?.text ?? "",
  link: content?.link ?? "",
  image: content?.image_url
    ? {
        url: content.image_url,
        key: content.image_key ?? null,
        width: content.width ?? 0,
        height: content.height ?? 0,
      }
    : null,
})

const contentsOf = (contents: Contents | undefined) =>
  Object.fromEntries(LANGUAGES.map((lang) => [lang, contentOf(contents?.[lang])])) as AdDraft["content"]

export const newDraft = (): AdDraft => ({
  name: "",
  kind: "banner",
  placement: "",
  goods: null,
  content: contentsOf(undefined),
  starts_on: "",
  ends_on: "",
  price_model: "cpm",
  price: "",
  total_budget: "",
  daily_budget: "",
  pacing: "even",
  frequency_cap: "3",
  target: NO_TARGET,
})

const textOf = (value: number | null) => (value === null ? "" : String(value))
/** The day of a moment; nothing for none. */
export const dayIn = (at: string | null) => (at ? dayOf(at) : "")

/** What waits is edited before what is shown. */
export function draftOf(ad: Ad): AdDraft {
  const look = newestLook(ad)
  const listing_id = look?.listing_id ?? ad.listing_id
  const product = look?.product ?? ad.product
  return {
    name: ad.name,
    kind: ad.kind,
    placement: ad.placement,
    goods: listing_id && product ? { listing_id, title: product.title, thumbnail: product.thumbnail } : null,
    content: contentsOf(look?.content),
    starts_on: dayIn(ad.starts_at),
    ends_on: dayIn(ad.ends_at),
    price_model: ad.price_model,
    price: textOf(ad.price),
    total_budget: textOf(ad.total_budget),
    daily_budget: textOf(ad.daily_budget),
    pacing: ad.pacing,
    frequency_cap: textOf(ad.frequency_cap),
    target: { ...NO_TARGET, ...(look?.target ?? ad.target) },
  }
}

/** A whole number as people type it, "20 000"; null for nothing, NaN for what is none. */
export function wholeOf(text: string): number | null {
  const digits = text.replace(/[\s\u00a0]/g, "")
  if (!digits) {
    return null
  }
  return /^\d{1,12}$/.test(digits) ? Number(digits) : NaN
}

export const isEmpty = ({ title, text, link, image }: ContentDraft): boolean =>
  !title.trim() && !text.trim() && !link.trim() && !image

/** Another kind has other places; another place has other sizes, so that pictures are asked for anew. */
export function withPlacement(draft: AdDraft, place: AdPlacement): AdDraft {
  const fits = (image: ContentDraft["image"]) =>
    image && image.width === place.width && image.height === place.height ? image : null
  const minimum = draft.price_model === "cpm" ? place.minimum_cpm : place.minimum_cpc
  const price = wholeOf(draft.price)
  return {
    ...draft,
    placement: place.code,
    price: price === null || price < minimum ? String(minimum) : draft.price,
    content: Object.fromEntries(
      LANGUAGES.map((lang) => [lang, { ...draft.content[lang], image: fits(draft.content[lang].image) }])
    ) as AdDraft["content"],
  }
}

/** Another way of paying has another least price; a dearer one of the same way is kept. */
export function withModel(draft: AdDraft, price_model: PriceModel, place: AdPlacement | undefined): AdDraft {
  if (price_model === draft.price_model || !place) {
    return { ...draft, price_model }
  }
  return {
    ...draft,
    price_model,
    price: String(price_model === "cpm" ? place.minimum_cpm : place.minimum_cpc),
  }
}
