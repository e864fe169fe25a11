/** Uzbekistan has kept UTC+5 without summer time since 1992. */
const OFFSET_MS = 5 * 60 * 60 * 1000

export type CalendarDay = { year: number; month: number; day: number }

/** The calendar day in Tashkent. */
export function tashkentDay(ms: number): CalendarDay {
  const date = new Date(ms + OFFSET_MS)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** `YYYY-MM-DD` in Tashkent, as `payment/status_by_mti` wants it (3.2). */
export function tashkentDate(ms: number): string {
  return new Date(ms + OFFSET_MS).toISOString().slice(0, 10)
}
