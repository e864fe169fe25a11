import { SearchErrors } from "../errors"
import { IndexPlan, PlannedIndex, planOf, SQL_TYPES } from "../lib/plan"
import { Database, quoted } from "./database"

/** The tables of one version of an index: what is searched, what is shown, and the words there are. */
export function tablesOf(physicalName: string) {
  const name = physicalName.toLowerCase().replace(/\W/g, "_").slice(0, 45)
  return { index: `bozor_si_${name}`, documents: `bozor_si_${name}_doc`, vocabulary: `bozor_si_${name}_word` }
}

/** Which tables are ours, and how they are laid out: a write or a deletion knows no more than a name. */
export const REGISTRY = "bozor_search_index"

/**
 * Makes the tables of a version anew. The Search Module calls it for versions that nobody reads yet.
 * What is searched stays unpacked in its row (`toast_tuple_target`): ranking reads the words of every match. One process reads it
 * (`parallel_workers`): helpers would take the processors of other searches.
 */
export async function createTables(
  database: Database,
  index: PlannedIndex & { physical_name: string }
): Promise<void> {
  const { physical_name: physicalName, name: logical, fields, settings, primary_key } = index
  const plan = planOf(index)
  await makeTrigrams(database)
  const tables = tablesOf(physicalName)
  const columns = [...plan.columns.values()]
  await database.transaction(async (run) => {
    await run.raw(`create table if not exists ${REGISTRY} (
      name text primary key, definition jsonb not null, created_at timestamptz not null default now())`)
    await dropTables(run, physicalName)
    await run.raw(`create table ${quoted(tables.index)} (
      id text primary key, words tsvector not null, quality real not null, title_words smallint not null
      ${columns.map(({ name, kind, is_array }) => `, ${quoted(name)} ${SQL_TYPES[kind]}${is_array ? "[]" : ""}`).join("")}
    ) with (toast_tuple_target = 8160, parallel_workers = 0)`)
    await run.raw(`create table ${quoted(tables.documents)} (id text primary key, document jsonb not null)`)
    await run.raw(
      `create table ${quoted(tables.vocabulary)} (word text primary key, documents integer not null)`
    )
    await run.raw(`create index on ${quoted(tables.index)} using gin (words)`)
    for (const { name } of columns.filter(({ is_array, kind }) => is_array && kind === "text")) {
      await run.raw(`create index on ${quoted(tables.index)} using gin (${quoted(name)})`)
    }
    if (await hasTrigrams(run)) {
      await run.raw(`create index on ${quoted(tables.vocabulary)} using gin (word gin_trgm_ops)`)
    }
    await run.raw(`insert into ${REGISTRY} (name, definition) values (?, cast(? as jsonb))`, [
      physicalName,
      JSON.stringify({ name: logical, fields, settings, primary_key }),
    ])
  })
}

/** Takes a version away; of one that is not there, nothing. */
export async function dropTables(run: Database, physicalName: string): Promise<void> {
  for (const table of Object.values(tablesOf(physicalName))) {
    await run.raw(`drop table if exists ${quoted(table)}`)
  }
  await run.raw(`delete from ${REGISTRY} where name = ?`, [physicalName])
}

/** Managed databases may not let us add it; typos are then looked for without it. */
async function makeTrigrams(database: Database): Promise<void> {
  await database.raw(
    `do $$ begin create extension if not exists pg_trgm; exception when others then null; end $$`
  )
}

export async function hasTrigrams(database: Database): Promise<boolean> {
  const { rows } = await database.raw<{ there: boolean }>(
    `select exists (select 1 from pg_opclass where opcname = 'gin_trgm_ops') as there`
  )
  return rows[0].there
}

/** How a version is laid out, as it was made. @throws {MedusaError} 404 for one that is not there */
export async function registeredPlan(database: Database, physicalName: string): Promise<IndexPlan> {
  const { rows } = await database.raw<{ definition: PlannedIndex }>(
    `select definition from ${REGISTRY} where name = ?`,
    [physicalName]
  )
  if (!rows[0]) {
    throw SearchErrors.noIndex(physicalName)
  }
  return planOf(rows[0].definition)
}
