import { dayNumber, dayText, periodAround } from "../../../modules/expense/lib/prorate"

/** Days of Tashkent, `2026-11-21`, both included. */
export type Range = { from: string; to: string }

export const STEPS = ["day", "week", "month"] as const
export type Step = (typeof STEPS)[number]

export const COMPARISONS = ["none", "previous", "last_year"] as const
export type Comparison = (typeof COMPARISONS)[number]

/** How many days a range has. */
export const daysIn = ({ from, to }: Range): number => dayNumber(to) - dayNumber(from) + 1

/**
 * What a range is compared with: as many days just before it, or the same dates a year earlier. Whole calendar months are compared
 * with whole calendar months (February 2025 with all 29 days of February 2024); 29 February otherwise becomes the 28th.
 * @returns null when nothing is compared
 */
export function comparedWith(range: Range, comparison: Comparison): Range | null {
  if (comparison === "none") {
    return null
  }
  const first = dayNumber(range.from)
  if (comparison === "previous") {
    return { from: dayText(first - daysIn(range)), to: dayText(first - 1) }
  }
  const to = yearBefore(range.to)
  const isWhole = range.from.endsWith("-01") && range.to === monthEnd(range.to)
  return { from: yearBefore(range.from), to: isWhole ? monthEnd(to) : to }
}

function yearBefore(day: string): string {
  const sameDay = `${String(Number(day.slice(0, 4)) - 1).padStart(4, "0")}${day.slice(4)}`
  return sameDay.endsWith("-02-29") ? sameDay.replace("-29", "-28") : sameDay
}

function monthEnd(day: string): string {
  return dayText(periodAround("month", dayNumber(day)).next - 1)
}

/** A range in days, weeks (Monday to Sunday) or months, in order; the first and the last are cut to it. */
export function stepsOf({ from, to }: Range, step: Step): Range[] {
  const steps: Range[] = []
  const last = dayNumber(to)
  for (let day = dayNumber(from); day <= last;) {
    const next = step === "day" ? day + 1 : periodAround(step, day).next
    steps.push({ from: dayText(day), to: dayText(Math.min(last, next - 1)) })
    day = next
  }
  return steps
}
