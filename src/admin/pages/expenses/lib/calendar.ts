import type { TextKey } from "../../../i18n/languages"
import { addDays } from "../../../lib/periods"
import { Repeat } from "./types"

/** Days and periods in words. */

type Say = (key: TextKey, values?: Record<string, string | number>) => string
type MonthKey = "m01" | "m02" | "m03" | "m04" | "m05" | "m06" | "m07" | "m08" | "m09" | "m10" | "m11" | "m12"
const keyOf = (day: string) => `m${day.slice(5, 7)}` as MonthKey

/** `2026-11` or a day of it → "November 2026". */
export const monthName = (t: Say, month: string): string =>
  t("expenses.monthOfYear", { month: t(`expenses.months.${keyOf(month)}`), year: month.slice(0, 4) })

/** `2026-11-01` → "1 November 2026". */
export const dayName = (t: Say, day: string): string =>
  t("expenses.dayOfMonth", {
    day: Number(day.slice(8, 10)),
    month: t(`expenses.ofMonths.${keyOf(day)}`),
    year: day.slice(0, 4),
  })

const short = (day: string) => `${day.slice(8, 10)}.${day.slice(5, 7)}`

/** The calendar period that begins on a day: "November 2026", "16.11–22.11.2026", "2026". */
export function periodName(t: Say, period: Repeat, start: string): string {
  if (period === "month") {
    return monthName(t, start)
  }
  const year = start.slice(0, 4)
  if (period === "year") {
    return year
  }
  const end = addDays(start, 6)
  return `${short(start)}–${short(end)}.${end.slice(0, 4)}`
}

/** "Every month 3 000 000 so'm, from 1 November 2026 until 31 December 2027". */
export function sentenceOf(
  t: Say,
  { period, starts_on, ends_on }: { period: Repeat; starts_on: string; ends_on: string | null },
  amount: string
): string {
  const days = [
    t("expenses.recurring.since", { day: dayName(t, starts_on) }),
    ends_on && t("expenses.recurring.until", { day: dayName(t, ends_on) }),
  ].filter(Boolean)
  return `${t(`expenses.recurring.sentence.${period}`, { amount })}, ${days.join(" ")}`
}
