import { Cell } from "../../../../modules/exchange/lib/fields"
import { CellProblem, Read } from "../../../../modules/exchange/lib/values"
import { isDay } from "../../../../modules/ledger/lib/period"
import { dayText } from "../../../../modules/expense/lib/prorate"

/** Sheets count days from here; their 1 January 1970 is day 25 569. */
const SHEET_EPOCH = 25_569
/** 1 January 2000 and 31 December 2099 as sheets count. */
const SHEET_DAYS = { first: 36_526, last: 73_050 }

const WRONG: { problem: CellProblem } = { problem: { code: "not_a_day" } }

/**
 * A day as sheets and people write it: a sheet's number, "2026-11-21", "21.11.2026", each with a time behind it or
 * without. "03/04/2026" is refused, because it is March to some and April to others.
 */
export function readDay(cell: Cell): Read<string> {
  if (typeof cell === "number") {
    const isInSheet = cell >= SHEET_DAYS.first && cell < SHEET_DAYS.last + 1
    return isInSheet ? { value: dayText(Math.floor(cell) - SHEET_EPOCH) } : WRONG
  }
  const [text] = cell.normalize("NFKC").trim().split(/[ T]/)
  const written = /^(\d{1,2})\.(\d{1,2})\.(\d{4})\.?$/.exec(text)
  const day = written
    ? [written[3], written[2], written[1]].map((part) => part.padStart(2, "0")).join("-")
    : text
  return isDay(day) ? { value: day } : WRONG
}
