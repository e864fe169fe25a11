import { Fields, parseFilter } from "./filter"

export type Settings = {
  searchableAttributes: string[]
  filterableAttributes: string[]
  sortableAttributes: string[]
  displayedAttributes: string[]
  rankingRules: string[]
  synonyms: Record<string, string[]>
  typoTolerance: { disableOnAttributes?: string[] }
  pagination: { maxTotalHits: number }
}
export type Question = {
  q?: string
  filter?: string
  offset?: number
  limit?: number
  sort?: string[]
  facets?: string[]
  attributesToRetrieve?: string[]
  matchingStrategy?: "last" | "all" | "frequency"
}

type Ranked = { document: Fields; found: number; typos: number; attribute: number }

/** Letters from which one typo is forgiven, and two. */
const ONE_TYPO = 5
const TWO_TYPOS = 9

/** What Meilisearch documents of a search: all words or the first of them, the last as a prefix, typos by length, ranking rules. */
export function rank(documents: Fields[], question: Question, settings: Settings): Fields[] {
  const passes = question.filter ? parseFilter(question.filter, settings.filterableAttributes) : () => true
  const words = (question.q ?? "").toLowerCase().split(/\s+/).filter(Boolean)
  const ranked = documents.filter(passes).flatMap((document) => {
    const one = match(document, words, question.matchingStrategy ?? "last", settings)
    return one ? [one] : []
  })
  const rules = settings.rankingRules.map((rule) => comparisons(rule, question.sort ?? []))
  return ranked
    .sort((a, b) => rules.reduce((order, rule) => order || rule(a, b), 0))
    .map(({ document }) => document)
}

function match(document: Fields, words: string[], strategy: string, settings: Settings): Ranked | null {
  const asWhole = settings.synonyms[words.join(" ")] ?? []
  const readings = [words, ...asWhole.map((phrase) => phrase.split(" "))]
  const tries = readings
    .map((reading) => read(document, reading, strategy, settings))
    .filter((one) => one !== null)
  return tries.sort((a, b) => b.found - a.found || a.typos - b.typos || a.attribute - b.attribute)[0] ?? null
}

function read(document: Fields, words: string[], strategy: string, settings: Settings): Ranked | null {
  const places = words.map((word, place) => placeOf(document, word, place === words.length - 1, settings))
  const missing = places.findIndex((place) => place === null)
  const found = missing < 0 ? words.length : missing
  if (words.length > 0 && (strategy === "all" ? missing >= 0 : found === 0)) {
    return null
  }
  const there = places.slice(0, found).filter((place) => place !== null)
  return {
    document,
    found,
    typos: there.reduce((sum, { typos }) => sum + typos, 0),
    attribute: Math.min(99, ...there.map(({ attribute }) => attribute)),
  }
}

function placeOf(document: Fields, word: string, isPrefix: boolean, settings: Settings) {
  const forms = [word, ...(settings.synonyms[word] ?? []).filter((form) => !form.includes(" "))]
  let best: { typos: number; attribute: number } | null = null
  const names = settings.searchableAttributes.includes("*")
    ? Object.keys(document)
    : settings.searchableAttributes
  names.forEach((name, attribute) => {
    const exact = settings.typoTolerance.disableOnAttributes?.includes(name) === true
    const texts = [document[name] ?? []].flat().flatMap((text) => String(text).toLowerCase().split(/\s+/))
    for (const text of texts) {
      for (const form of forms) {
        const typos = slips(form, isPrefix ? text.slice(0, Math.max(form.length, 1)) : text, exact)
        if (typos !== null && (!best || typos < best.typos)) {
          best = { typos, attribute }
        }
      }
    }
  })
  return best as { typos: number; attribute: number } | null
}

function slips(asked: string, text: string, exact: boolean): number | null {
  const most = exact || asked.length < ONE_TYPO ? 0 : asked.length < TWO_TYPOS ? 1 : 2
  const distance = levenshtein(asked, text)
  return distance <= most ? distance : null
}

function levenshtein(a: string, b: string): number {
  const row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    let corner = row[0]
    row[0] = i
    for (let j = 1; j <= b.length; j++) {
      const above = row[j]
      row[j] = Math.min(above + 1, row[j - 1] + 1, corner + (a[i - 1] === b[j - 1] ? 0 : 1))
      corner = above
    }
  }
  return row[b.length]
}

type Compare = (a: Ranked, b: Ranked) => number

function comparisons(rule: string, sort: string[]): Compare {
  switch (rule) {
    case "words":
      return (a, b) => b.found - a.found
    case "typo":
      return (a, b) => a.typos - b.typos
    case "attribute":
      return (a, b) => a.attribute - b.attribute
    case "sort":
      return (a, b) => sort.reduce((order, by) => order || byField(by)(a, b), 0)
    default:
      return rule.includes(":") ? byField(rule) : () => 0
  }
}

function byField(rule: string): Compare {
  const [name, direction] = rule.split(":")
  return (a, b) => {
    const [x, y] = [a.document[name], b.document[name]] as Array<number | string | null>
    const order =
      x === y ? 0 : x === null || x === undefined ? 1 : y === null || y === undefined ? -1 : x < y ? -1 : 1
    return direction === "desc" && x !== null && y !== null ? -order : order
  }
}
