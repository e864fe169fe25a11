import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { Entity } from "./lib/entities"

export type Snapshot = {
  /** The row with its parts by table and id; of several rows all, by id; null when there is none. */
  rows: Record<string, unknown> | null
  company_id: string | null
}

/** Rows of a part that are looked at. */
const MOST_PARTS = 200

let tables: Promise<Set<string>> | undefined

/** Tables of this market: a host of the plugin need not have every module. */
function tablesOf(container: MedusaContainer): Promise<Set<string>> {
  tables ??= container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Array<{ name: string }> }>(
      "select tablename as name from pg_tables where schemaname = any(current_schemas(false))"
    )
    .then(({ rows }) => new Set(rows.map(({ name }) => name)))
    .catch((error: unknown) => {
      tables = undefined
      throw error
    })
  return tables
}

/** Medusa repeats every amount in `raw_…`, as text with a precision. */
function withoutRaw(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !name.startsWith("raw_")))
}

function statementOf(entity: Entity, known: Set<string>, count: number): { text: string; parts: string[] } {
  const parts = Object.keys(entity.parts ?? {}).filter((name) => known.has(name))
  const columns = parts.map(
    (name, index) => `(select jsonb_agg(to_jsonb(x) order by x.id)
       from (${entity.parts![name]} limit ${MOST_PARTS}) x) as part_${index}`
  )
  const company = entity.company ?? "to_jsonb(t)->>'company_id'"
  const text = `select t.id, to_jsonb(t) as row, ${[`${company} as company_id`, ...columns].join(", ")}
    from "${entity.table}" t where t.id in (${Array(count).fill("?").join(", ")})`
  return { text, parts }
}

type Row = { id: string; row: Record<string, unknown>; company_id: string | null } & Record<
  `part_${number}`,
  Array<Record<string, unknown> & { id: string }> | null
>

/** Rows as they are now, deleted ones too: one statement. Not masked. */
export async function snapshotOf(
  container: MedusaContainer,
  entity: Entity | undefined,
  ids: string[]
): Promise<Snapshot> {
  const known = await tablesOf(container)
  if (!entity || ids.length === 0 || !known.has(entity.table)) {
    return { rows: null, company_id: null }
  }
  const { text, parts } = statementOf(entity, known, ids.length)
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Row[] }>(text, ids)
  const whole = rows.map((found): [string, Record<string, unknown>] => [
    found.id,
    {
      ...withoutRaw(found.row),
      ...Object.fromEntries(
        parts.map((name, index) => [
          name,
          Object.fromEntries((found[`part_${index}`] ?? []).map((part) => [part.id, withoutRaw(part)])),
        ])
      ),
    },
  ])
  const companies = new Set(rows.map(({ company_id }) => company_id))
  return {
    rows: ids.length === 1 ? (whole[0]?.[1] ?? null) : Object.fromEntries(whole),
    company_id: companies.size === 1 ? [...companies][0] : null,
  }
}
