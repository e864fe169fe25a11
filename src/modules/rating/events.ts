/** A company's rating was given, changed or taken back: `{ company_id, customer_id }`. */
export const RatingEvents = { CHANGED: "rating.changed" } as const

/** Of product reviews; every payload is `{ id, product_id, company_id }`, the company null for the market's own goods. */
export const ReviewEvents = {
  /** Written or changed. One that nobody has to read first is approved in the same moment. */
  SUBMITTED: "review.submitted",
  APPROVED: "review.approved",
  REJECTED: "review.rejected",
  REPLIED: "review.replied",
} as const
