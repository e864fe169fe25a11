import { ReviewContent, ReviewStatus } from "./content"
import { ReviewRow } from "./review-rows"

/** What an operator's decision writes; photos that wait are shown with it or taken off. */
export type Decision = Partial<ReviewContent> & {
  status: ReviewStatus
  next?: null
  flagged_words?: string[]
  edited_at?: Date
  reject_reason: string | null
  photos: "approve" | "drop" | "keep"
}

type Judged = Pick<ReviewRow, "status" | "next" | "waiting_photos">

/** @returns null when there is nothing to approve */
export function approvalOf({ status, next, waiting_photos }: Judged, now: Date): Decision | null {
  if (status === "approved" && next === null && waiting_photos === 0) {
    return null
  }
  const approved = { status: "approved", reject_reason: null, flagged_words: [], photos: "approve" } as const
  return next === null
    ? { ...approved, flagged_words: [] }
    : { ...next, ...approved, flagged_words: [], next: null, edited_at: now }
}

/** @returns null when it is rejected already */
export function rejectionOf({ status, next, waiting_photos }: Judged, reason: string): Decision | null {
  if (status === "rejected") {
    return null
  }
  const isEditAlone = status === "approved" && (next !== null || waiting_photos > 0)
  return {
    status: isEditAlone ? "approved" : "rejected",
    next: null,
    reject_reason: reason,
    // Photos of a review that its author may still put right stay with it.
    photos: isEditAlone ? "drop" : "keep",
  }
}
