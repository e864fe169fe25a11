import { BigNumberInput } from "@medusajs/framework/types"
import { BigNumber, generateEntityId, trimZeros } from "@medusajs/framework/utils"

export type Row = Record<string, unknown>

/** Rows of tables, in the order in which they are written. */
export type Batches = Array<[table: string, rows: Row[]]>

/** An id as Medusa makes them. */
export const newId = (prefix: string) => generateEntityId(undefined, prefix)

/** An amount as Medusa keeps it: the number, and beside it its exact text. */
export function amount(name: string, value: BigNumberInput | null | undefined): Row {
  if (value === null || value === undefined) {
    return { [name]: null, [`raw_${name}`]: null }
  }
  const { numeric, raw } = new BigNumber(value)
  return { [name]: numeric, [`raw_${name}`]: { ...raw, value: trimZeros(String(raw!.value)) } }
}

export const amounts = (values: Record<string, BigNumberInput | null | undefined>): Row =>
  Object.assign({}, ...Object.entries(values).map(([name, value]) => amount(name, value))) as Row

/**
 * One statement that writes rows of several tables. PostgreSQL checks keys at its end, so tables may point at each other;
 * columns that no row of a table names keep their defaults.
 */
export function insertStatement(batches: Batches): { statement: string; values: string[] } {
  const parts = batches
    .filter(([, rows]) => rows.length > 0)
    .map(([table, rows], index) => {
      const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
        .map((name) => `"${name}"`)
        .join(", ")
      return `w${index} as (insert into "${table}" (${columns})
        select ${columns} from jsonb_populate_recordset(null::"${table}", ?::jsonb))`
    })
  const values = batches.flatMap(([, rows]) => (rows.length > 0 ? [JSON.stringify(rows)] : []))
  return { statement: `with ${parts.join(", ")} select 1`, values }
}
