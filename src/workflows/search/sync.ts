import { MedusaContainer } from "@medusajs/framework/types"
import { IndexName, mutationsFor } from "./documents"
import { Database, databaseOf } from "./queries/database"
import { searchOf, withIndex } from "./ready"

const INDEX_OF: Record<string, IndexName> = {
  product: "product",
  company: "company",
  category: "product_category",
}

/** Changes of one transaction. */
const BATCH = 500

type Change = { id: string; kind: string; entity_id: string }

/**
 * Tells the search indexes what the catalogue has noted. One process at a time: two would overwrite each other's newer
 * documents with older ones. Changes are taken away when they have been written, so a crash repeats them.
 * @returns how many changes were told; `is_busy` where another process is at it
 */
export async function syncSearch(container: MedusaContainer): Promise<{ told: number; is_busy: boolean }> {
  const database = databaseOf(container)
  let told = 0
  for (;;) {
    const done = await database.transaction((run) => syncBatch(container, run))
    told += done ?? 0
    if (done === null || done < BATCH) {
      await (told === 0 && done !== null ? sendMissed(container) : undefined)
      return { told, is_busy: done === null }
    }
  }
}

/** @returns how many changes there were; null where another process has the turn */
async function syncBatch(container: MedusaContainer, run: Database): Promise<number | null> {
  const { rows } = await run.raw<Change & { mine: boolean }>(
    `select t.mine, g.* from (select pg_try_advisory_xact_lock(hashtext('bozor_search_sync')) as mine) t
       left join lateral (select id, kind, entity_id from catalog_search_change where t.mine order by id
                           limit ${BATCH} for update skip locked) g on true`
  )
  if (!rows[0].mine) {
    return null
  }
  const changes = rows.filter(({ id }) => id !== null)
  for (const [kind, index] of Object.entries(INDEX_OF)) {
    const ids = new Set(changes.filter((change) => change.kind === kind).map(({ entity_id }) => entity_id))
    await (ids.size > 0 ? tell(container, index, [...ids]) : undefined)
  }
  if (changes.length > 0) {
    await run.raw(`delete from catalog_search_change where id = any(?)`, [changes.map(({ id }) => id)])
  }
  return changes.length
}

/** Reads outside the transaction that holds the changes: what was committed since is right too. */
async function tell(container: MedusaContainer, index: IndexName, ids: string[]): Promise<void> {
  const { documents, gone } = await mutationsFor(databaseOf(container), index, ids)
  const search = searchOf(container)
  await withIndex(container, index, async () => {
    if (documents.length > 0) {
      await search.upsertDocuments({ index, documents })
    }
    if (gone.length > 0) {
      await search.deleteDocuments({ index, filters: { id: gone } })
    }
  })
}

/** A deletion of nothing: Meilisearch, where there is one, is sent what it has missed while it was away. */
async function sendMissed(container: MedusaContainer): Promise<void> {
  await withIndex(container, "product", () =>
    searchOf(container).deleteDocuments({ index: "product", filters: { id: [] } })
  )
}
