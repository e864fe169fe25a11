import { dayText, dayNumber, periodAround } from "./prorate"

/** How far a budget is used up: below 80 %, from 80 %, from 100 %. */
export const LEVELS = ["ok", "80", "100"] as const
export type BudgetLevel = (typeof LEVELS)[number]

export type BudgetUse = { percent: number; level: BudgetLevel }

/**
 * How far a budget is used up. The per cent are rounded down, so that "100 %" is never said before it is true.
 * @param spent_tiyin 0 or more
 * @param amount_tiyin above 0
 */
export function budgetUse(spent_tiyin: bigint, amount_tiyin: bigint): BudgetUse {
  const percent = Number((spent_tiyin * 100n) / amount_tiyin)
  return { percent, level: percent >= 100 ? "100" : percent >= 80 ? "80" : "ok" }
}

/** First and last day of a month, `2026-11`. */
export function daysOfMonth(month: string): { from: string; to: string } {
  const from = `${month}-01`
  return { from, to: dayText(periodAround("month", dayNumber(from)).next - 1) }
}

/** The month of a day. */
export const monthOf = (day: string): string => day.slice(0, 7)
