/** Tashkent is five hours ahead of UTC the whole year, and has been since 1992: hot paths need no calendar. */
const OFFSET_MS = 5 * 3_600_000
const DAY_MS = 86_400_000

/** The last day that was asked for; nearly always it is today. */
let last = { number: NaN, text: "" }

/** Day of Tashkent, `2026-11-21`. */
export function dayOf(at: number): string {
  const number = Math.floor((at + OFFSET_MS) / DAY_MS)
  if (number !== last.number) {
    last = { number, text: new Date(at + OFFSET_MS).toISOString().slice(0, 10) }
  }
  return last.text
}

/** Hour of Tashkent, 0 to 23. */
export function hourOf(at: number): number {
  return Math.floor((at + OFFSET_MS) / 3_600_000) % 24
}

/** The first moment of the day of Tashkent that `at` lies in. */
export function dayStartOf(at: number): number {
  return Math.floor((at + OFFSET_MS) / DAY_MS) * DAY_MS - OFFSET_MS
}

/**
 * Share of a day's hours that has passed, 0 to 1.
 * @param hours the hours that count; none for all of them
 */
export function passedShare(at: number, hours: readonly number[]): number {
  const sinceStart = at - dayStartOf(at)
  if (hours.length === 0) {
    return sinceStart / DAY_MS
  }
  const passed = hours.map((hour) => Math.min(1, Math.max(0, sinceStart / 3_600_000 - hour)))
  return passed.reduce((sum, one) => sum + one, 0) / hours.length
}

/** Days of Tashkent that an end still touches, the present one included; at least 1. */
export function daysLeft(at: number, ends_at: number): number {
  return Math.max(1, Math.ceil((ends_at - dayStartOf(at)) / DAY_MS))
}
