import { z } from "@medusajs/framework/zod"
import { toSearchText } from "../../../lib/search-text"

/** Whom an ad is for. An empty list means everybody. */
export type AdTarget = {
  /** Shown where one of these categories itself is looked at; their subcategories do not count. */
  category_ids: string[]
  /** Shown when one of these words (or phrases) is searched for. */
  query_words: string[]
  /** Regions as the storefront names them. */
  regions: string[]
  languages: AdLanguage[]
  /** Hours of the day in Tashkent, 0 to 23. */
  hours: number[]
}

/** Languages that an ad can be written in, in the order in which one stands in for another. */
export const AD_LANGUAGES = ["uz", "ru", "en"] as const
export type AdLanguage = (typeof AD_LANGUAGES)[number]

/** What is known of the moment in which an ad is asked for. */
export type AdMoment = {
  category_id?: string | null
  q?: string | null
  region?: string | null
  locale: AdLanguage
  /** Hour of Tashkent. */
  hour: number
}

const MOST = 100
const text = (most: number) => z.string().trim().min(1).max(most)
const unique = <Item>(items: Item[]) => [...new Set(items)]

/** A text as it is compared: words of lower case between single spaces, with one kind of apostrophe. */
export function foldPhrase(phrase: string): string {
  return toSearchText(phrase)
    .replace(/[^\p{L}\p{N}']+/gu, " ")
    .trim()
}

/** Folded texts, without repetitions and without what folding leaves nothing of. */
export function foldWords(words: readonly string[]): string[] {
  return unique(words.map(foldPhrase).filter((word) => word !== ""))
}

const list = <Item extends z.ZodType>(item: Item) => z.array(item).max(MOST).default([])

/** Shape of a target in a body; what is left out means everybody. */
export const targetSchema = z
  .object({
    category_ids: list(text(60)).transform(unique),
    query_words: list(text(60)).transform(foldWords),
    regions: list(text(60)).transform(foldWords),
    languages: list(z.enum(AD_LANGUAGES)).transform(unique),
    hours: list(z.number().int().min(0).max(23)).transform(unique),
  })
  .strict()

/** A target as it stands in the database, whatever an older system has put there. */
export function readTarget(value: unknown): AdTarget {
  const given = (value ?? {}) as Record<string, unknown>
  const texts = (key: string) =>
    (Array.isArray(given[key]) ? given[key] : []).filter((item): item is string => typeof item === "string")
  const hours = Array.isArray(given.hours) ? given.hours : []
  return {
    category_ids: unique(texts("category_ids")),
    query_words: foldWords(texts("query_words")),
    regions: foldWords(texts("regions")),
    languages: AD_LANGUAGES.filter((language) => texts("languages").includes(language)),
    hours: unique(hours.filter((hour): hour is number => Number.isInteger(hour) && hour >= 0 && hour <= 23)),
  }
}

/** A moment with its texts folded once, for any number of ads. */
export type FoldedMoment = {
  category_id: string
  q: string
  region: string
  locale: AdLanguage
  hour: number
}

/** Folds what shoppers have typed, as targets are folded. */
export function foldMoment(moment: AdMoment): FoldedMoment {
  return {
    category_id: moment.category_id ?? "",
    q: moment.q ? ` ${foldPhrase(moment.q)} ` : "",
    region: moment.region ? foldPhrase(moment.region) : "",
    locale: moment.locale,
    hour: moment.hour,
  }
}

const open = <Item>(items: readonly Item[], holds: (item: Item) => boolean) =>
  items.length === 0 || items.some(holds)

/** Whether an ad is for this moment: every list that names somebody names it. Words are whole words of the search. */
export function matchesTarget(target: AdTarget, moment: FoldedMoment): boolean {
  return (
    open(target.category_ids, (id) => id === moment.category_id) &&
    open(target.query_words, (word) => moment.q.includes(` ${word} `)) &&
    open(target.regions, (region) => region === moment.region) &&
    open(target.languages, (language) => language === moment.locale) &&
    open(target.hours, (hour) => hour === moment.hour)
  )
}
