/** What `/admin/search/*` answers, as far as the page reads it. */

export const REPORT = "/admin/search/report"
export const SYNONYMS = "/admin/search/synonyms"
export const STATUS = "/admin/search/status"
export const REINDEX = "/admin/search/reindex"

/** One day of Tashkent: `2026-11-21`. */
export type ReportDay = { day: string; searches: number; zero_results: number }
/** A text as shoppers wrote it last; all its spellings are counted. */
export type ReportText = { text: string; searches: number; zero_results: number; last_at: string | null }

export type Report = {
  from: string
  to: string
  searches: number
  zero_results: number
  /** 0 to 1. */
  zero_rate: number
  /** Every day of the period, the quiet ones too. */
  days: ReportDay[]
  top: ReportText[]
  /** `last_at` is when it was last searched in vain. */
  zero: ReportText[]
}

/** Words that stand for one another; a built-in group can be switched off, and no more. */
export type Synonym = {
  id: string
  words: string[]
  /** The first word finds the others, and they do not find it. */
  is_one_way: boolean
  is_active: boolean
  is_built_in: boolean
}

export type Engine = "postgres" | "meilisearch"

export const INDEXES = ["products", "companies", "categories"] as const

export type Status = {
  /** The one that answers now. */
  engine: Engine
  /** The one that is set; another one answers while it is away. */
  chosen: Engine
  documents: Record<(typeof INDEXES)[number], number>
  /** Changes that the search has not taken in. */
  waiting: number
  /** The last rebuilding that was asked for: how many of the indexes are ready, and how it ended. */
  rebuild: {
    state: "running" | "done" | "failed"
    done: number
    total: number
    finished_at: string | null
    message?: string
  } | null
}
