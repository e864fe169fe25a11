/** What the author of a review says. */
export type ReviewContent = {
  stars: number
  title: string | null
  text: string | null
  pros: string | null
  cons: string | null
  quality_stars: number | null
  match_stars: number | null
  delivery_stars: number | null
  locale: ReviewLocale
}

export const REVIEW_LOCALES = ["uz", "ru", "en"] as const
export type ReviewLocale = (typeof REVIEW_LOCALES)[number]
export const REVIEW_STATUSES = ["pending", "approved", "rejected", "reported"] as const
export type ReviewStatus = (typeof REVIEW_STATUSES)[number]

/** Photos of one review, at most. */
export const PHOTOS_MOST = 5
/** Reports that bring a shown review back to the operator. */
export const REPORTS_TO_LOOK = 3

/** Others see it, and its stars count. */
export const isShown = (status: ReviewStatus): boolean => status === "approved" || status === "reported"
/** The same over `product_review r`. */
export const SHOWN = "r.status in ('approved', 'reported') and r.deleted_at is null"

/** All words of a review, for the filter. */
export const wordsToCheck = ({ title, text, pros, cons }: Omit<ReviewContent, "stars">) =>
  [title, text, pros, cons].filter(Boolean).join("\n")

/** Whether the operator has to read it first. */
export const hasToWait = (flagged: string[], isModerated: boolean) => isModerated || flagged.length > 0

/** An edit that waits beside the text that is shown. */
export type NextContent = ReviewContent & { flagged_words: string[] }

type Editable = { status: ReviewStatus; waits_since: Date | null }

/** What an edit does to a review: the columns that change. */
export type Edit = Partial<ReviewContent> & {
  status: ReviewStatus
  next: NextContent | null
  waits_since: Date | null
  flagged_words?: string[]
  edited_at?: Date
  reject_reason: null
}

/**
 * An edit of what others see waits beside it; the old text, and its stars, stay until the operator has decided. What nobody
 * sees yet is overwritten.
 */
export function editOf(
  review: Editable,
  content: ReviewContent,
  { flagged, isModerated, now }: { flagged: string[]; isModerated: boolean; now: Date }
): Edit {
  const waits = hasToWait(flagged, isModerated)
  const since = review.waits_since ?? now
  if (isShown(review.status) && waits) {
    const next = { ...content, flagged_words: flagged }
    return { status: review.status, next, waits_since: since, reject_reason: null }
  }
  const after: ReviewStatus = waits ? "pending" : "approved"
  return {
    ...content,
    status: isShown(review.status) ? review.status : after,
    next: null,
    flagged_words: flagged,
    waits_since: waits ? since : null,
    edited_at: now,
    reject_reason: null,
  }
}
