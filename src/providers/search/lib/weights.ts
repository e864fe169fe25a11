import { Label } from "./plan"

/**
 * What the order of hits is made of (docs/search.md). Everything is a constant here; `scoreSql` says the same in SQL as
 * `scoreOf` says in TypeScript, and a test compares them.
 */

/** A word found in the title counts fully; in the company, brand or category (B), attributes and tags (C), description (D). */
export const FIELD_WEIGHTS: Record<Label, number> = { A: 1, B: 0.4, C: 0.25, D: 0.1 }

/** As which form of what was asked for a word was found; a typo put right is another reading (`withCorrections`). */
export const FORM_WEIGHTS = { exact: 1, stem: 0.9, synonym: 0.8, prefix: 0.75 } as const

/** A code found whole stands before every word; one found by its beginning, before most. */
export const CODE_WEIGHTS = { whole: 10, beginning: 5 } as const

/** Words that stand side by side as in the query; and a title that says nothing else. */
export const PHRASE_BONUS = 0.2
export const COVERAGE_BONUS = 0.2

/** How much of the text's score the goods' own merit may add. */
export const QUALITY_BONUS = 0.35
/** The shares of that merit; each part goes from 0 to 1. */
export const QUALITY_SHARES = { rating: 0.3, sold: 0.3, likes: 0.15, stock: 0.25 } as const
/** Sales and likes count by the order of their size: this many is the most. */
const MOST = { sold: 1_000, likes: 500 }

export type Merits = {
  rating: number | null
  sold: number | null
  likes: number | null
  in_stock: boolean | null
}

/**
 * The merit of goods from 0 to 1, whatever was searched for. Worked out when a document is written.
 * @param rating 0 to 5, after the market's mean has been mixed in
 */
export function qualityOf({ rating, sold, likes, in_stock }: Merits): number {
  return (
    QUALITY_SHARES.rating * within(Number(rating ?? 0) / 5) +
    QUALITY_SHARES.sold * logShare(sold, MOST.sold) +
    QUALITY_SHARES.likes * logShare(likes, MOST.likes) +
    QUALITY_SHARES.stock * (in_stock === false ? 0 : 1)
  )
}

const within = (share: number) => (Number.isFinite(share) ? Math.min(1, Math.max(0, share)) : 0)
const logShare = (count: number | null, most: number) =>
  within(Math.log1p(Math.max(0, Number(count ?? 0))) / Math.log1p(most))

/** `ts_rank` gives a word found once in a field of weight 1 this much. */
export const RANK_UNIT = 6 / Math.PI ** 2

export type Parts = {
  /** Of each word of the query, the best form it was found in: field weight × form weight; 0 where it was not found. */
  words: number[]
  is_phrase: boolean
  /** Words of the shortest title. */
  title_words: number
  quality: number
}

/** The place of a document among the hits; greater is better. */
export function scoreOf({ words, is_phrase, title_words, quality }: Parts): number {
  const text = words.reduce((sum, word) => sum + word, 0) / Math.max(1, words.length)
  const coverage = Math.min(1, words.length / Math.max(1, title_words))
  return (
    text * (1 + PHRASE_BONUS * Number(is_phrase) + COVERAGE_BONUS * coverage) * (1 + QUALITY_BONUS * quality)
  )
}

/**
 * The same in SQL.
 * @param words SQL of each word's best form
 * @param phrase SQL of whether the words stand side by side
 */
export function scoreSql(words: string[], phrase: string | null): string {
  const text = `((${words.join(" + ")}) / ${Math.max(1, words.length)})`
  const coverage = `least(1, ${words.length}::float8 / greatest(1, t.title_words))`
  const bonus = phrase ? ` + ${PHRASE_BONUS} * (${phrase})::int` : ""
  return `(${text} * (1${bonus} + ${COVERAGE_BONUS} * ${coverage}) * (1 + ${QUALITY_BONUS} * t.quality))`
}
