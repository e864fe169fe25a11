/** Periods that people choose from. Days are `2026-11-21`, Tashkent's; both ends belong to the period. */

export const PERIODS = ["today", "yesterday", "week", "month", "last_month", "year", "all"] as const
export type Period = (typeof PERIODS)[number]
export type Days = { from: string; to: string }

const DAY_MS = 86_400_000
const atNoon = (day: string) => new Date(`${day}T12:00:00Z`)
const textOf = (date: Date) => date.toISOString().slice(0, 10)

/** `addDays("2026-02-28", 1)` → `2026-03-01`. */
export const addDays = (day: string, count: number): string =>
  textOf(new Date(atNoon(day).getTime() + count * DAY_MS))

/** `addMonths("2026-01", -1)` → `2025-12`. */
export function addMonths(month: string, count: number): string {
  const [year, number] = month.split("-").map(Number)
  return textOf(new Date(Date.UTC(year, number - 1 + count, 1))).slice(0, 7)
}

const firstOf = (month: string) => `${month}-01`
const lastOf = (month: string) => addDays(firstOf(addMonths(month, 1)), -1)
/** Monday of the day's week. */
const mondayOf = (day: string) => addDays(day, -((atNoon(day).getUTCDay() + 6) % 7))

/** The days of a period as seen on `today`; "all" is open at both ends. */
export function daysOf(period: Period, today: string): Days {
  const month = today.slice(0, 7)
  switch (period) {
    case "today":
      return { from: today, to: today }
    case "yesterday":
      return { from: addDays(today, -1), to: addDays(today, -1) }
    case "week":
      return { from: mondayOf(today), to: addDays(mondayOf(today), 6) }
    case "month":
      return { from: firstOf(month), to: lastOf(month) }
    case "last_month":
      return { from: firstOf(addMonths(month, -1)), to: lastOf(addMonths(month, -1)) }
    case "year":
      return { from: `${today.slice(0, 4)}-01-01`, to: `${today.slice(0, 4)}-12-31` }
    case "all":
      return { from: "", to: "" }
  }
}

/** Which period two days are; null when they are days of somebody's own choice. */
export const periodOf = ({ from, to }: Days, today: string): Period | null =>
  PERIODS.find((period) => {
    const days = daysOf(period, today)
    return days.from === from && days.to === to
  }) ?? null
