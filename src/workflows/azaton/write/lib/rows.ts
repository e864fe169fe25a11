import { Row, Trx } from "../types"

/** An amount as Medusa keeps it beside its number: exact, whatever the decimals. */
export const raw = (value: string | number) => ({ value: String(value), precision: 20 })

/**
 * `{ name: amount, raw_name: undefined }` for rows of a table: PostgreSQL makes `raw_name` of its number itself, for reading
 * it out of JSON takes longer than all the rest. JSON leaves `undefined` out.
 */
export const amounts = (of: Record<string, string | number | null>): Row =>
  Object.fromEntries(
    Object.entries(of).flatMap(([name, value]) => [
      [name, value],
      [`raw_${name}`, undefined],
    ])
  )

const RAW = "raw_"

/** How a column is read: from the row `w`, or from `c`, which holds what all rows have in common. */
const readingOf = (columns: string[], isCommon: (name: string) => boolean) => {
  const read = (name: string) => `${isCommon(name) ? "c" : "w"}."${name}"`
  return (name: string): string => {
    const number = name.startsWith(RAW) ? name.slice(RAW.length) : ""
    return columns.includes(number)
      ? `case when ${read(number)} is not null then jsonb_build_object('value', ${read(number)}::text, 'precision', 20) end`
      : read(name)
  }
}

/** The columns in which all rows are like the first. */
function commonColumns(rows: Row[], columns: string[]): Set<string> {
  const [first] = rows
  return new Set(columns.filter((name) => rows.every((row) => row[name] === first[name])))
}

const only = (row: Row, columns: string[]): Row =>
  Object.fromEntries(columns.map((name) => [name, row[name]]))

/** Inserts rows, which all have the columns of the first one, in one statement. Columns left out keep their defaults. */
export async function insertRows(trx: Trx, table: string, rows: Row[]): Promise<void> {
  if (rows.length === 0) {
    return
  }
  const columns = Object.keys(rows[0])
  const common = commonColumns(rows, columns)
  const own = columns.filter((name) => !common.has(name))
  const reading = readingOf(columns, (name) => common.has(name))
  await trx.raw(
    `insert into "${table}" (${columns.map((name) => `"${name}"`).join(", ")})
     select ${columns.map(reading).join(", ")}
       from json_populate_recordset(null::"${table}", ?::json) w, json_populate_record(null::"${table}", ?::json) c`,
    [JSON.stringify(rows.map((row) => only(row, own))), JSON.stringify(only(rows[0], [...common]))]
  )
}

/** Inserts the rows of several tables, in the order of the tables. */
export async function insertTables(trx: Trx, tables: Record<string, Row[]>): Promise<void> {
  for (const [table, rows] of Object.entries(tables)) {
    await insertRows(trx, table, rows)
  }
}

/** Writes the given columns of existing rows, found by `key`, in one statement. */
export async function updateRows(trx: Trx, table: string, rows: Row[], key = "id"): Promise<void> {
  if (rows.length === 0) {
    return
  }
  const columns = Object.keys(rows[0])
  const reading = readingOf(columns, () => false)
  const sets = columns.filter((name) => name !== key).map((name) => `"${name}" = ${reading(name)}`)
  await trx.raw(
    `update "${table}" t set ${[...sets, "updated_at = now()"].join(", ")}
       from json_populate_recordset(null::"${table}", ?::json) w where t."${key}" = w."${key}"`,
    [JSON.stringify(rows)]
  )
}
