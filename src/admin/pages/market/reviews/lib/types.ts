import { Review, Words } from "../../../reviews/lib/types"

/** What `/admin/reviews` and `/admin/review-words` answer, as far as the pages read it. */

export const REPORT_REASONS = ["spam", "offensive", "false", "private", "other"] as const
export type Report = {
  reason: (typeof REPORT_REASONS)[number]
  note: string | null
  created_at: string
  is_handled: boolean
}

/** A review as the operator sees it; `next` is an edit that waits while the old text is shown. */
export type Case = Review & {
  company: { id: string; name: string } | null
  next: (Words & { flagged_words: string[] }) | null
  /** Since when something of it waits: all of it, an edit or a photo. */
  waits_since: string | null
  /** What was read; a decision about another one is refused. */
  revision: number
  reject_reason: string | null
  /** Those of the edit where one waits. */
  flagged_words: string[]
  report_count: number
  reports: Report[]
}

export type Word = { id: string; word: string; created_at: string }
export const CASES = "/admin/reviews"
export const WORDS = "/admin/review-words"
