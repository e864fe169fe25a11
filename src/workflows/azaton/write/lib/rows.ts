import { Row, Trx } from "../types"

/** An amount as Medusa keeps it beside its number: exact, whatever the decimals. */
export const raw = (value: string | number) => ({ value: String(value), precision: 20 })

/** `{ name: amount, raw_name: … }`; null keeps both null. */
export const amounts = (of: Record<string, string | number | null>): Row =>
  Object.fromEntries(
    Object.entries(of).flatMap(([name, value]) => [
      [name, value],
      [`raw_${name}`, value === null ? null : raw(value)],
    ])
  )

/** Inserts rows, which all have the columns of the first one, in one statement. Columns left out keep their defaults. */
export async function insertRows(trx: Trx, table: string, rows: Row[]): Promise<void> {
  if (rows.length === 0) {
    return
  }
  const columns = Object.keys(rows[0])
    .map((name) => `"${name}"`)
    .join(", ")
  await trx.raw(
    `insert into "${table}" (${columns}) select ${columns} from json_populate_recordset(null::"${table}", ?::json)`,
    [JSON.stringify(rows)]
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
  const sets = Object.keys(rows[0])
    .filter((name) => name !== key)
    .map((name) => `"${name}" = w."${name}"`)
  await trx.raw(
    `update "${table}" t set ${[...sets, "updated_at = now()"].join(", ")}
       from jsonb_populate_recordset(null::"${table}", ?::jsonb) w where t."${key}" = w."${key}"`,
    [JSON.stringify(rows)]
  )
}
