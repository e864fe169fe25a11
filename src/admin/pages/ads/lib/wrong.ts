import { LANGUAGES, Lang } from "../../../i18n/languages"
import { AdDraft, isEmpty, wholeOf } from "./draft"
import type { AdPlacement } from "./types"

/** What a form still lacks before it can be sent, by step; the server looks again. */

export const STEPS = ["kind", "place", "content", "target", "days", "price"] as const
export type Step = (typeof STEPS)[number]
export type Wrong = {
  step: Step
  what:
    | "name"
    | "placement"
    | "product"
    | "content"
    | "image"
    | "heading"
    | "link"
    | "days"
    | "ends"
    | "past"
    | "price"
    | "minimum"
    | "total"
    | "totalSmall"
    | "daily"
    | "cap"
  lang?: Lang
  /** So'm, for what is too little. */
  amount?: number
}
export type Rules = {
  place: AdPlacement | undefined
  isHouse: boolean
  today: string
  /** What an ad that was handed in is like: what stands may stand, whatever the rules have become since. */
  before?: AdDraft
}

const MONEY = ["price_model", "price", "total_budget", "daily_budget"] as const
const isSameMoney = (draft: AdDraft, before: AdDraft | undefined) =>
  !!before && MONEY.every((name) => draft[name] === before[name])
const isSameContent = (draft: AdDraft, before: AdDraft | undefined) =>
  !!before && JSON.stringify(draft.content) === JSON.stringify(before.content)

/** An address of the web; anything else would be refused. */
export function isLink(text: string): boolean {
  try {
    return /^https?:$/.test(new URL(text.trim()).protocol)
  } catch {
    return false
  }
}

/** The host of an address, and what stands before and after it, so that nobody is misled by the rest. */
export function partsOfLink(text: string): { before: string; host: string; after: string } | null {
  if (!isLink(text)) {
    return null
  }
  const { protocol, host } = new URL(text.trim())
  const at = text.trim().toLowerCase().indexOf(host)
  return at < 0
    ? { before: `${protocol}//`, host, after: "" }
    : { before: text.trim().slice(0, at), host, after: text.trim().slice(at + host.length) }
}

function wrongContent(draft: AdDraft, { before, place }: Rules): Wrong[] {
  const { kind, content } = draft
  if (kind === "listing" || isSameContent(draft, before)) {
    return []
  }
  const written = LANGUAGES.filter((lang) => !isEmpty(content[lang]))
  if (written.length === 0) {
    return [{ step: "content", what: "content" }]
  }
  return written.flatMap((lang): Wrong[] => {
    const { image, title, link } = content[lang]
    const lacking: Array<[boolean, Wrong["what"]]> = [
      // One of another size, as an older system left them, is asked for anew.
      [!image || (!!place && (image.width !== place.width || image.height !== place.height)), "image"],
      [!title.trim(), "heading"],
      [!isLink(link), "link"],
    ]
    return lacking.flatMap(([isWrong, what]) => (isWrong ? [{ step: "content" as const, what, lang }] : []))
  })
}

function wrongDays({ starts_on, ends_on }: AdDraft, { isHouse, today }: Rules): Wrong[] {
  if (!ends_on) {
    return isHouse ? [] : [{ step: "days", what: "ends" }]
  }
  if (ends_on < today) {
    return [{ step: "days", what: "past" }]
  }
  return starts_on && ends_on < starts_on ? [{ step: "days", what: "days" }] : []
}

const isCount = (value: number | null): value is number => value !== null && value > 0

function wrongMoney(draft: AdDraft, { place, isHouse, before }: Rules): Wrong[] {
  const cap = wholeOf(draft.frequency_cap)
  const capWrong: Wrong[] = cap !== null && !(cap >= 1 && cap <= 100) ? [{ step: "price", what: "cap" }] : []
  if (isHouse || isSameMoney(draft, before)) {
    return capWrong
  }
  const price = wholeOf(draft.price)
  const total = wholeOf(draft.total_budget)
  const daily = wholeOf(draft.daily_budget)
  const minimum = (draft.price_model === "cpm" ? place?.minimum_cpm : place?.minimum_cpc) ?? 0
  const found: Wrong[] = []
  if (!isCount(price)) {
    found.push({ step: "price", what: "price" })
  } else if (price < minimum) {
    found.push({ step: "price", what: "minimum", amount: minimum })
  }
  if (!isCount(total)) {
    found.push({ step: "price", what: "total" })
  } else if (isCount(price) && total < (draft.price_model === "cpm" ? price / 1000 : price)) {
    found.push({ step: "price", what: "totalSmall" })
  }
  if (daily !== null && !(daily > 0 && (!isCount(total) || daily <= total))) {
    found.push({ step: "price", what: "daily" })
  }
  return [...found, ...capWrong]
}

/** What keeps even a draft from being saved: the rest can be written later. */
export function wrongDraft(draft: AdDraft, rules: Rules): Wrong[] {
  return wrongOf(draft, rules).filter(
    ({ what, lang }) =>
      what === "name" ||
      what === "placement" ||
      what === "days" ||
      what === "daily" ||
      what === "cap" ||
      (what === "link" && lang && draft.content[lang].link.trim())
  )
}

/** All that keeps an ad from being shown. */
export function wrongOf(draft: AdDraft, rules: Rules): Wrong[] {
  const found: Wrong[] = []
  if (!draft.name.trim()) {
    found.push({ step: "kind", what: "name" })
  }
  if (draft.kind === "listing" && !draft.goods) {
    found.push({ step: "kind", what: "product" })
  }
  if (!rules.place) {
    found.push({ step: "place", what: "placement" })
  }
  return [...found, ...wrongContent(draft, rules), ...wrongDays(draft, rules), ...wrongMoney(draft, rules)]
}
