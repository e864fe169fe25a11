import { Note } from "../types"
import { ask, Legacy } from "./connection"
import { AzatonRefused } from "./errors"
import { HOSTED_SIGNATURE, Profile, TableName, TABLES, TableSpec } from "./tables"

export type FoundTable = {
  name: TableName
  profile: Profile
  /** What plans call it → what it is called there, of the columns that are there. */
  columns: Record<string, string>
}

export type Schema = {
  tables: Partial<Record<TableName, FoundTable>>
  profiles: Record<string, string>
  notes: Array<Note & { table: string }>
}

/**
 * Which profile each table has, from the columns that this role may see: a table of which it may see nothing, and a
 * missing optional one, have no rows.
 * @throws {AzatonRefused} for the hosted version, and when a table is missing that nothing goes without
 */
export async function detect(legacy: Legacy): Promise<Schema> {
  const seen = await columnsOf(legacy)
  if (seen.get(HOSTED_SIGNATURE.table)?.has(HOSTED_SIGNATURE.column)) {
    throw new AzatonRefused(
      "This is the hosted version of Azaton (customer_orders.receipt_code), which cannot be imported yet; nothing was read."
    )
  }
  const schema: Schema = { tables: {}, profiles: {}, notes: [] }
  for (const name of Object.keys(TABLES) as TableName[]) {
    addTable(schema, name, seen.get(name))
  }
  return schema
}

async function columnsOf(legacy: Legacy): Promise<Map<string, Set<string>>> {
  const rows = await ask<{ table_name: string; column_name: string }>(
    legacy,
    `select table_name::text, column_name::text from information_schema.columns
     where table_schema = current_schema() and table_name = any($1)`,
    [Object.keys(TABLES)]
  )
  const seen = new Map<string, Set<string>>()
  for (const { table_name: table, column_name: column } of rows) {
    seen.set(table, (seen.get(table) ?? new Set()).add(column))
  }
  return seen
}

function addTable(schema: Schema, name: TableName, seen: Set<string> | undefined): void {
  const spec: TableSpec = TABLES[name]
  const fault = faultOf(spec, seen)
  if (fault && spec.is_required) {
    throw new AzatonRefused(`The old database's ${name} ${fault}; nothing was imported.`)
  }
  if (fault || !seen) {
    schema.profiles[name] = "missing"
    schema.notes.push({
      table: name,
      code: "table_missing",
      text: `${fault ?? "is missing"}: read as 0 rows`,
    })
    return
  }
  const profile: Profile = spec.signature && seen.has(spec.signature.B) ? "B" : "A"
  const columns = Object.fromEntries(
    Object.entries(spec.columns)
      .map(([ours, theirs]) => [ours, typeof theirs === "string" ? theirs : theirs[profile]] as const)
      .filter((pair): pair is readonly [string, string] => pair[1] !== undefined && seen.has(pair[1]))
  )
  schema.tables[name] = { name, profile, columns }
  schema.profiles[name] = profile
  const known = new Set([...Object.values(columns), ...(spec.unread ?? [])])
  for (const column of [...seen].filter((column) => !known.has(column)).sort()) {
    schema.notes.push({ table: name, code: "unknown_column", text: column })
  }
}

function faultOf(spec: TableSpec, seen: Set<string> | undefined): string | null {
  if (!seen) {
    return "is missing, or this role may not read it"
  }
  const lacking = spec.keys.filter((column) => !seen.has(column))
  if (lacking.length > 0) {
    return `has no column ${lacking.join(", ")} that this role may read`
  }
  const { signature } = spec
  return signature && !seen.has(signature.A) && !seen.has(signature.B)
    ? `has neither ${signature.A} nor ${signature.B}`
    : null
}
