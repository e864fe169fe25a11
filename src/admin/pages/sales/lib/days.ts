import { dayOf } from "../../../lib/format"

export type DayGroup<Row> = { day: string; rows: Row[] }

/** Entries of a journal, newest first, under the days of Tashkent they happened on. */
export function byDay<Row extends { at: string }>(rows: Row[]): Array<DayGroup<Row>> {
  const groups: Array<DayGroup<Row>> = []
  for (const row of rows) {
    const day = dayOf(row.at)
    const last = groups.at(-1)
    if (last?.day === day) {
      last.rows.push(row)
    } else {
      groups.push({ day, rows: [row] })
    }
  }
  return groups
}
