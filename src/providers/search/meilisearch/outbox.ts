import { Database, quoted } from "../postgres/database"
import { tablesOf } from "../postgres/tables"

/** Documents that Meilisearch has not confirmed. The empty id stands for the index itself. */
const TABLE = "bozor_search_missed"
export const INDEX_ITSELF = ""

/** Rows of one letter to Meilisearch. */
export const BATCH = 500

export async function makeOutbox(database: Database): Promise<void> {
  await database.raw(`create table if not exists ${TABLE} (
    index text not null, id text not null, noted_at timestamptz not null default clock_timestamp(), primary key (index, id))`)
}

/** Notes documents before they are sent: what happens afterwards, they are sent once at least. */
export async function note(database: Database, index: string, ids: string[]): Promise<void> {
  await database.raw(
    `insert into ${TABLE} (index, id) select ?, id from unnest(cast(? as text[])) g (id) order by id
     on conflict (index, id) do update set noted_at = clock_timestamp()`,
    [index, ids]
  )
}

/** The engine has lost an index, or never had it: everything of it is noted. */
export async function noteAll(database: Database, index: string): Promise<void> {
  await note(database, index, [INDEX_ITSELF])
  await database.raw(
    `insert into ${TABLE} (index, id) select ?, id from ${quoted(tablesOf(index).documents)} on conflict do nothing`,
    [index]
  )
}

/** Forgets what has been confirmed, unless it was noted again meanwhile. @param before moment before it was read */
export async function confirm(
  database: Database,
  index: string,
  ids: string[],
  before: string
): Promise<void> {
  await database.raw(
    `delete from ${TABLE} where index = ? and id = any(?) and noted_at <= cast(? as timestamptz)`,
    [index, ids, before]
  )
}

/** Forgets an index that has been taken away. */
export async function forgetIndex(database: Database, index: string): Promise<void> {
  await database.raw(`delete from ${TABLE} where index = ?`, [index])
}

export type Missed = { index: string; ids: string[]; at: string }

/** The next documents to be sent; the index itself before them. */
export async function nextMissed(database: Database): Promise<Missed | null> {
  const { rows } = await database.raw<{ index: string; id: string; at: string }>(
    `select index, id, clock_timestamp()::text as at from ${TABLE}
      where index = (select index from ${TABLE} order by index limit 1) order by id limit ${BATCH}`
  )
  return rows.length > 0 ? { index: rows[0].index, ids: rows.map(({ id }) => id), at: rows[0].at } : null
}

/** What PostgreSQL has of some documents; those that are not in it are gone. */
export async function documentsOf(database: Database, index: string, ids: string[]) {
  const { rows } = await database.raw<{ document: Record<string, unknown> & { id: string } }>(
    `select document from ${quoted(tablesOf(index).documents)} where id = any(?)`,
    [ids]
  )
  return rows.map(({ document }) => document)
}
