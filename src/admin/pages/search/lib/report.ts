import { addDays, Days } from "../../../lib/periods"
import type { Step } from "../../finance/lib/period"
import type { Report, ReportDay } from "./types"

/** Share of searches without a result, in per cent with one decimal; 0 where nobody searched. */
export const rateOf = ({ searches, zero_results }: Pick<Report, "searches" | "zero_results">): number =>
  searches > 0 ? Math.round((zero_results / searches) * 1000) / 10 : 0

/** Days of a chart in one column; both ends belong to it. */
export type Part = Days & { searches: number; zero_results: number }

/** The first day of a day's week (Monday) or month, by which days are put together. */
function startOf(day: string, step: Step): string {
  if (step === "month") {
    return day.slice(0, 7)
  }
  return step === "week" ? addDays(day, -((new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7)) : day
}

/** Days put together so that a chart of them can be read: by day, by week or by month. */
export function partsOf(days: ReportDay[], step: Step): Part[] {
  const parts = new Map<string, Part>()
  for (const { day, searches, zero_results } of days) {
    const start = startOf(day, step)
    const part = parts.get(start) ?? { from: day, to: day, searches: 0, zero_results: 0 }
    parts.set(start, {
      from: part.from,
      to: day,
      searches: part.searches + searches,
      zero_results: part.zero_results + zero_results,
    })
  }
  return [...parts.values()]
}

/** Days that have not come have nothing to show. */
export const pastOf = ({ from, to }: Days, today: string): Days => ({ from, to: to > today ? today : to })

/** Whether two days make a period; what is typed digit by digit does not always. */
export const isPeriod = ({ from, to }: Days): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(from) && /^\d{4}-\d{2}-\d{2}$/.test(to) && from <= to
