/** Events of ads; every payload is `{ id, company_id }`, the id the ad's, the company null for a house ad. */
export const AdEvents = {
  SUBMITTED: "ad.submitted",
  /** The ad, or a later revision of what it shows. */
  APPROVED: "ad.approved",
  /** The ad, or a later revision of what it shows; the earlier one goes on. */
  REJECTED: "ad.rejected",
  EXPIRED: "ad.expired",
  PAUSED: "ad.paused",
  RESUMED: "ad.resumed",
  /** Money, days, pacing, or a house ad's content: what is shown, or how often, may be another from now on. */
  CHANGED: "ad.changed",
} as const

/** The balance of a company with running ads is used up; once until it has money again. The payload is `{ company_id }`. */
export const AdFundsEvents = { OUT: "ad.funds-out" } as const

export type AdEvent = (typeof AdEvents)[keyof typeof AdEvents]
