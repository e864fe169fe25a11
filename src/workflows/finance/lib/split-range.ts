import { dayNumber, dayText, periodAround } from "../../../modules/expense/lib/prorate"
import { Range } from "./periods"

/** A range as the facts of goods are kept: whole months, named by their first days, and the days at its edges. */
export type SplitRange = { months: Range | null; days: Range[] }

/** Splits a range so that every day of it stands either in a whole month or among the edge days, once. */
export function splitRange({ from, to }: Range): SplitRange {
  const first = dayNumber(from)
  const last = dayNumber(to)
  const begun = periodAround("month", first)
  const wholeFrom = begun.start === first ? first : begun.next
  const ending = periodAround("month", last)
  const wholeUntil = ending.next - 1 === last ? ending.next : ending.start
  if (wholeFrom >= wholeUntil) {
    return { months: null, days: [{ from, to }] }
  }
  const edges: Array<[number, number]> = [
    [first, wholeFrom - 1],
    [wholeUntil, last],
  ]
  return {
    months: { from: dayText(wholeFrom), to: dayText(periodAround("month", wholeUntil - 1).start) },
    days: edges.filter(([a, b]) => a <= b).map(([a, b]) => ({ from: dayText(a), to: dayText(b) })),
  }
}
