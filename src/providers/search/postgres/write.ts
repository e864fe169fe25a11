import { SearchDocument } from "@medusajs/framework/types"
import { IndexRow, rowOf } from "../lib/document"
import { IndexPlan } from "../lib/plan"
import { Database, quoted } from "./database"
import { tablesOf } from "./tables"

/** Rows of one statement. */
const CHUNK = 200

type Counts = Map<string, number>

/** Puts documents into an index, each in place of the one of its id; of several of one id the last. */
export async function writeDocuments(
  database: Database,
  physicalName: string,
  plan: IndexPlan,
  documents: SearchDocument[]
): Promise<void> {
  const rows = [
    ...new Map(documents.map((document) => [String(document[plan.primary_key]), document])).values(),
  ].map((document) => rowOf(document, plan))
  for (let from = 0; from < rows.length; from += CHUNK) {
    await database.transaction(async (run) => {
      await takeTurn(run, physicalName)
      const chunk = await changedOnly(run, physicalName, rows.slice(from, from + CHUNK))
      if (chunk.length === 0) {
        return
      }
      const before = await forget(
        run,
        physicalName,
        chunk.map(({ id }) => id)
      )
      await insert(run, physicalName, plan, chunk)
      await learn(run, physicalName, difference(before, chunk))
    })
  }
}

/** One writer of an index at a time: two that bring the same new document would both find that it is not there. */
async function takeTurn(run: Database, physicalName: string): Promise<void> {
  await run.raw(`select pg_advisory_xact_lock(hashtext(?))`, [`bozor_search_write:${physicalName}`])
}

/** Rows whose documents are not in the index as they are: most changes of goods are of what nobody searches by. */
async function changedOnly(run: Database, physicalName: string, rows: IndexRow[]): Promise<IndexRow[]> {
  const { documents } = tablesOf(physicalName)
  const { rows: same } = await run.raw<{ id: string }>(
    `select d.id from unnest(cast(? as text[]), cast(? as text[])) as n (id, document)
       join ${quoted(documents)} d on d.id = n.id and d.document = cast(n.document as jsonb)`,
    [rows.map(({ id }) => id), rows.map(({ document }) => document)]
  )
  const kept = new Set(same.map(({ id }) => id))
  return rows.filter(({ id }) => !kept.has(id))
}

/** Takes documents out. @param condition SQL on table `t` @returns their ids */
export async function deleteDocuments(
  database: Database,
  physicalName: string,
  condition: { sql: string; values: unknown[] }
): Promise<string[]> {
  const { index } = tablesOf(physicalName)
  return database.transaction(async (run) => {
    await takeTurn(run, physicalName)
    const { rows } = await run.raw<{ id: string }>(
      `select t.id from ${quoted(index)} t where ${condition.sql} order by t.id for update`,
      condition.values
    )
    const ids = rows.map(({ id }) => id)
    if (ids.length > 0) {
      await learn(run, physicalName, await forget(run, physicalName, ids))
    }
    return ids
  })
}

/** The words that rows have taught it (`isWordOfVocabulary`): no stems, codes and numbers. */
const OF_VOCABULARY = `word ~ '^[a-z0-9]+$' and word ~ '[a-z]' and length(word) between 2 and 40`

/** Takes rows out and says which words the vocabulary has lost with them. */
async function forget(run: Database, physicalName: string, ids: string[]): Promise<Counts> {
  const { index, documents } = tablesOf(physicalName)
  const { rows } = await run.raw<{ word: string; count: number }>(
    `with gone as (delete from ${quoted(index)} where id = any(?) returning words),
          shown as (delete from ${quoted(documents)} where id = any(?))
     select word, count(*)::int as count from gone, unnest(tsvector_to_array(words)) word
      where ${OF_VOCABULARY} group by word`,
    [ids, ids]
  )
  return new Map(rows.map(({ word, count }) => [word, -count]))
}

async function insert(run: Database, physicalName: string, plan: IndexPlan, rows: IndexRow[]): Promise<void> {
  const { index, documents } = tablesOf(physicalName)
  const names = [
    "id",
    "words",
    "quality",
    "title_words",
    ...[...plan.columns.values()].map(({ name }) => name),
  ]
  const places = `(?, cast(? as tsvector), ?, ?${", ?".repeat(plan.columns.size)})`
  await run.raw(
    `insert into ${quoted(index)} (${names.map(quoted).join(", ")}) values ${rows.map(() => places).join(", ")}`,
    rows.flatMap(({ id, words, quality, title_words, columns }) => [
      id,
      words,
      quality,
      title_words,
      ...columns,
    ])
  )
  await run.raw(
    `insert into ${quoted(documents)} (id, document) values ${rows.map(() => "(?, cast(? as jsonb))").join(", ")}`,
    rows.flatMap(({ id, document }) => [id, document])
  )
}

function difference(before: Counts, rows: IndexRow[]): Counts {
  const counts = new Map(before)
  for (const { vocabulary } of rows) {
    vocabulary.forEach((word) => counts.set(word, (counts.get(word) ?? 0) + 1))
  }
  return counts
}

/** Most writes change no word: the vocabulary is then left alone. */
async function learn(run: Database, physicalName: string, counts: Counts): Promise<void> {
  const changed = [...counts].filter(([, count]) => count !== 0).sort(([a], [b]) => (a < b ? -1 : 1))
  if (changed.length === 0) {
    return
  }
  const { vocabulary } = tablesOf(physicalName)
  await run.raw(
    `insert into ${quoted(vocabulary)} as v (word, documents)
     select word, count from unnest(cast(? as text[]), cast(? as int[])) as changed (word, count)
     on conflict (word) do update set documents = greatest(0, v.documents + excluded.documents)`,
    [changed.map(([word]) => word), changed.map(([, count]) => count)]
  )
}
