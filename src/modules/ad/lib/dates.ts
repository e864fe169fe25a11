import { AdErrors } from "../errors"

export type AdDates = { starts_at: Date | null; ends_at: Date | null }

const TWO_YEARS_MS = 731 * 86_400_000

/** What a draft says of its days must be possible. @throws {MedusaError} AD_DATES_WRONG */
export function checkDraftDates({ starts_at, ends_at }: AdDates, now: Date): void {
  const latest = new Date(now.getTime() + TWO_YEARS_MS)
  const isTooLate = (starts_at !== null && starts_at > latest) || (ends_at !== null && ends_at > latest)
  if (isTooLate || (starts_at !== null && ends_at !== null && ends_at <= starts_at)) {
    throw AdErrors.datesWrong()
  }
}

/**
 * An ad that is to be shown has an end, and it lies ahead.
 * @throws {MedusaError} AD_DATES_WRONG, AD_END_MISSING, AD_END_IN_PAST
 */
export function checkDates(dates: AdDates, now: Date): void {
  checkDraftDates(dates, now)
  if (dates.ends_at === null) {
    throw AdErrors.endMissing()
  }
  if (dates.ends_at <= now) {
    throw AdErrors.endInPast()
  }
}

/**
 * A running ad's days after a change: the end stays ahead, or is this very moment (`ends_at` equal to `now`), which ends it.
 * @throws {MedusaError} AD_DATES_WRONG, AD_END_MISSING, AD_END_IN_PAST
 */
export function checkNewDates(before: AdDates, after: AdDates, now: Date): void {
  if (
    before.starts_at?.getTime() === after.starts_at?.getTime() &&
    before.ends_at?.getTime() === after.ends_at?.getTime()
  ) {
    return
  }
  if (after.ends_at?.getTime() === now.getTime()) {
    return
  }
  checkDates(after, now)
}
