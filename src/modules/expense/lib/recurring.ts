import { dayNumber, dayText, Period, periodAround } from "./prorate"

/** When a recurring expense lives: days of Tashkent, both included; without an end it goes on. */
export type Life = { period: Period; starts_on: string; ends_on: string | null }

/** Whether a life ends before it begins. */
export const endsTooEarly = ({ starts_on, ends_on }: Omit<Life, "period">): boolean =>
  ends_on !== null && ends_on < starts_on

/**
 * First day of the calendar period a day lies in, or null when the expense lives on no day of that period. The first
 * period of a rent that begins on the 16th is that month, whose first day is before the life: so periods are compared,
 * not days.
 */
export function livingPeriod({ period, starts_on, ends_on }: Life, day: string): string | null {
  const { start, next } = periodAround(period, dayNumber(day))
  const isTooEarly = next <= dayNumber(starts_on)
  const isTooLate = ends_on !== null && start > dayNumber(ends_on)
  return isTooEarly || isTooLate ? null : dayText(start)
}

/**
 * Where an edit from a day on parts an expense: the period the day lies in is the first with what is new.
 * @returns last day of the old part and first day of the new one; null when nothing of the old part would be left
 */
export function splitAt(life: Life, from: string): { ends_on: string; starts_on: string } | null {
  const { start } = periodAround(life.period, dayNumber(from))
  return start <= dayNumber(life.starts_on)
    ? null
    : { ends_on: dayText(start - 1), starts_on: dayText(start) }
}

/**
 * What deleting an expense means: one that reports have counted ends yesterday, so that none of them changes; one that
 * they have not goes altogether.
 * @param isCounted whether reports count it, which they do once it is approved
 */
export function deletionOf(
  { starts_on, ends_on }: Omit<Life, "period">,
  isCounted: boolean,
  today: string
): { ends_on: string } | "remove" {
  if (!isCounted || starts_on >= today) {
    return "remove"
  }
  const yesterday = dayText(dayNumber(today) - 1)
  return { ends_on: ends_on !== null && ends_on < yesterday ? ends_on : yesterday }
}
