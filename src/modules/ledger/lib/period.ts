/** Tashkent keeps UTC+5 all year. */
const OFFSET = "+05:00"
const DAY_MS = 86_400_000

/** Whether a text is a day of the calendar of this millennium, `2026-11-21`. */
export function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`)
  return (
    /^2\d{3}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(time) &&
    new Date(time).toISOString().slice(0, 10) === text
  )
}

/** The moment a day begins in Tashkent. */
export function dayStart(day: string): Date {
  return new Date(Date.parse(`${day}T00:00:00${OFFSET}`))
}

/** The moment after a day's last, in Tashkent. */
export function dayEnd(day: string): Date {
  return new Date(dayStart(day).getTime() + DAY_MS)
}

/** The day it is in Tashkent at a moment. */
export function dayOf(moment: Date): string {
  return new Date(moment.getTime() + 5 * 3_600_000).toISOString().slice(0, 10)
}

/** Whole days before a moment. */
export function daysBefore(moment: Date, days: number): Date {
  return new Date(moment.getTime() - days * DAY_MS)
}
