import { addDays, addMonths } from "../../../lib/periods"
import type { Span } from "./types"

/** Periods of the finance pages, as they stand in the address bar. Days are texts `YYYY-MM-DD` of Tashkent. */

export const PERIODS = ["today", "7d", "30d", "month", "last_month", "quarter", "year", "own"] as const
export type Period = (typeof PERIODS)[number]
export const STEPS = ["day", "week", "month"] as const
export type Step = (typeof STEPS)[number]
export const COMPARES = ["none", "previous", "last_year"] as const
export type Compare = (typeof COMPARES)[number]

/** The longest period that the server answers for. */
const MAX_DAYS = 1100
const DAY_MS = 86_400_000

const at = (day: string): number => Date.parse(`${day}T00:00:00Z`)
const dayAt = (time: number): string => new Date(time).toISOString().slice(0, 10)

export const isDay = (text: string | null): text is string =>
  !!text && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at(text)) && dayAt(at(text)) === text

/** How many days a period has, both ends included. */
export const lengthOf = ({ from, to }: Span): number => Math.round((at(to) - at(from)) / DAY_MS) + 1

const firstOfMonth = (day: string): string => `${day.slice(0, 7)}-01`

function firstOfQuarter(day: string): string {
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1
  return `${day.slice(0, 4)}-${String(month).padStart(2, "0")}-01`
}

/**
 * The days of a period that is known by name. Running ones end today: the days to come have neither sales nor costs yet.
 * @param today a day of Tashkent
 */
export function spanOf(period: Exclude<Period, "own">, today: string): Span {
  switch (period) {
    case "today":
      return { from: today, to: today }
    case "7d":
      return { from: addDays(today, -6), to: today }
    case "30d":
      return { from: addDays(today, -29), to: today }
    case "month":
      return { from: firstOfMonth(today), to: today }
    case "last_month": {
      const month = addMonths(today.slice(0, 7), -1)
      return { from: `${month}-01`, to: addDays(firstOfMonth(today), -1) }
    }
    case "quarter":
      return { from: firstOfQuarter(today), to: today }
    case "year":
      return { from: `${today.slice(0, 4)}-01-01`, to: today }
  }
}

/** A step at which a chart of so many days can be read: about thirty bars at most. */
export function usualStep(span: Span): Step {
  const days = lengthOf(span)
  return days <= 31 ? "day" : days <= 184 ? "week" : "month"
}

/** Steps that make sense for a period: not a thousand days as bars, and no months of a week. */
export function stepsFor(span: Span): Step[] {
  const days = lengthOf(span)
  return STEPS.filter((step) =>
    step === "day" ? days <= 92 : step === "week" ? days > 7 && days <= 550 : days > 31
  )
}

export type Chosen = Span & { period: Period; by: Step; compare: Compare }

const oneOf = <T extends string>(all: readonly T[], value: string | null): T | undefined =>
  all.find((one) => one === value)

/** Reads an address that anybody may have typed: what is not known counts as not given. */
export function readChosen(params: URLSearchParams, today: string): Chosen {
  const asked = oneOf(PERIODS, params.get("period")) ?? "30d"
  const own = ownSpan(params.get("from"), params.get("to"))
  const period = asked === "own" && !own ? "30d" : asked
  const span = period === "own" ? own! : spanOf(period, today)
  const by = oneOf(stepsFor(span), params.get("by")) ?? usualStep(span)
  return { ...span, period, by, compare: oneOf(COMPARES, params.get("compare")) ?? "previous" }
}

function ownSpan(from: string | null, to: string | null): Span | null {
  if (!isDay(from) || !isDay(to) || from > to || lengthOf({ from, to }) > MAX_DAYS) {
    return null
  }
  return { from, to }
}

/** The address of another period; what is left out of the change stays. A new period gets the step that suits it. */
export function writeChosen(
  params: URLSearchParams,
  change: Partial<Pick<Chosen, "period" | "from" | "to" | "by" | "compare">>
): URLSearchParams {
  const next = new URLSearchParams(params)
  if (change.period) {
    next.delete("by")
    next.delete("from")
    next.delete("to")
  }
  for (const [name, value] of Object.entries(change)) {
    next.set(name, value)
  }
  return next
}

/**
 * Where a bar of the chart leads: a month to its days, a week to its days, a day to nothing smaller on this page.
 * @returns null for a day, which the sales journal shows
 */
export function narrowTo({ from, to }: Span): Partial<Chosen> | null {
  return from === to ? null : { period: "own", from, to }
}
