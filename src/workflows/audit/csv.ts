import { Readable } from "node:stream"
import { stringify } from "csv-stringify"

const COLUMNS = [
  ..."seq at actor_type actor_label actor_id company_name company_id action entity_type entity_id outcome".split(
    " "
  ),
  ..."status_code error_code count changed before after body address duration_ms hash".split(" "),
]

/** A cell that a spreadsheet would take for a formula is told to be text. */
function cellOf(value: unknown): string | number {
  if (value === null || value === undefined) {
    return ""
  }
  if (typeof value === "number") {
    return value
  }
  const text =
    value instanceof Date ? value.toISOString() : typeof value === "string" ? value : JSON.stringify(value)
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

/** Rows as CSV with a header, one at a time; UTF-8 with a mark, which Excel needs. */
export function toCsv(rows: AsyncIterable<Record<string, unknown>>): Readable {
  const lines = async function* () {
    for await (const row of rows) {
      yield COLUMNS.map((name) => cellOf(row[name]))
    }
  }
  return Readable.from(lines()).pipe(stringify({ header: true, columns: COLUMNS, bom: true }))
}
