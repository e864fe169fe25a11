import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { BATCH } from "./batch"
import { readKept, settleNew, syncKept } from "./contexts"
import { makeDocuments } from "./documents"
import { lockRebuilding, lockWriting } from "./locks"
import { nextGeneration, noteConcerned, openVersions } from "./queries/queue"
import { inTransaction, Run, runner } from "./run"
import { writeDocuments } from "./write"

const TELL_MS = 5_000

/** How many goods have been looked at, of how many. */
export type Progress = (done: number, total: number) => void

export type Rebuilt = { version: number; goods: number }

/**
 * Builds a new version of the catalogue beside the one that is served, and swaps them. Whoever drains changes meanwhile writes
 * them into both, so none is lost; one that was cut short is cleared by the next. One rebuild runs at a time, others wait.
 * Memory is that of a batch.
 */
export async function rebuildCatalog(container: MedusaContainer, onProgress?: Progress): Promise<Rebuilt> {
  return inTransaction(container, async (holding) => {
    await lockRebuilding(holding)
    return build(container, onProgress)
  })
}

/** The first version, where another process has not built it meanwhile. */
export async function buildFirst(container: MedusaContainer): Promise<void> {
  await inTransaction(container, async (holding) => {
    await lockRebuilding(holding)
    const { length } = await runner(container)(`select 1 from catalog_version where status = 'serving'`)
    await (length === 0 ? build(container, telling(container)) : undefined)
  })
}

/** Says how far a long build is, in the log. */
function telling(container: MedusaContainer): Progress {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  let told = Date.now()
  return (done, total) => {
    if (Date.now() - told >= TELL_MS) {
      told = Date.now()
      logger.info(`catalogue: ${done} of ${total} goods`)
    }
  }
}

async function build(container: MedusaContainer, onProgress?: Progress): Promise<Rebuilt> {
  await clearLeftovers(container)
  const version = await inTransaction(container, begin)
  const [{ total }] = await runner(container)<{ total: number }>(`select count(*)::int as total from product`)
  let after = ""
  let done = 0
  for (;;) {
    const ids = await buildNext(container, version, after)
    done += ids.length
    onProgress?.(Math.min(done, total), total)
    if (ids.length < BATCH) {
      break
    }
    after = ids[ids.length - 1]
  }
  await tellDifferences(runner(container), version)
  const goods = await inTransaction(container, (run) => swap(run, version))
  await clearLeftovers(container)
  return { version, goods }
}

/** From here on, whoever drains changes writes them into the new version too. */
async function begin(run: Run): Promise<number> {
  await lockWriting(run)
  const [{ version, is_first }] = await run<{ version: number; is_first: boolean }>(
    `insert into catalog_version default values returning version,
       not exists (select 1 from catalog_version where status = 'serving') as is_first`
  )
  const { hasNewContext, newChannels } = await syncKept(run)
  if (is_first) {
    // All that has changed so far is read by what follows; the search indexes may not know of it.
    await run(`with told as (delete from catalog_change returning kind, entity_id)
      insert into catalog_search_change (kind, entity_id)
      select distinct case kind when 'visibility' then 'company' else kind end, entity_id from told
       where kind in ('product', 'company', 'category', 'visibility')`)
  }
  const isBeside = !is_first && (hasNewContext || newChannels.length > 0)
  await settleNew(run, isBeside ? (await noteConcerned(run, "all", [])).last : null)
  return version
}

async function buildNext(container: MedusaContainer, version: number, after: string): Promise<string[]> {
  return inTransaction(container, async (run) => {
    await lockWriting(run)
    const rows = await run<{ id: string }>(
      `select id from product where id > :after order by id limit ${BATCH}`,
      {
        after,
      }
    )
    const ids = rows.map(({ id }) => id)
    if (ids.length > 0) {
      const { revision, now } = await openVersions(run)
      const documents = await makeDocuments(container, run, ids, await readKept(run), now)
      await writeDocuments(run, [version], ids, documents, revision)
    }
    return ids
  })
}

async function swap(run: Run, version: number): Promise<number> {
  await lockWriting(run)
  await run(`update catalog_version set status = 'retired' where status = 'serving'`)
  await run(`update catalog_version set status = 'serving', served_at = now() where version = :version`, {
    version,
  })
  await nextGeneration(run, true)
  const [{ goods }] = await run<{ goods: number }>(
    `select count(*)::int as goods from catalog_product where version = :version`,
    { version }
  )
  return goods
}

/** What the old version had otherwise, the search indexes have too. */
async function tellDifferences(run: Run, version: number): Promise<void> {
  const row = (of: string) => `(${of}.handle, ${of}.channels, ${of}.category_ids, ${of}.titles, ${of}.parts)`
  await run(
    `insert into catalog_search_change (kind, entity_id)
     select 'product', coalesce(n.product_id, o.product_id)
       from (select * from catalog_product where version = :version) n
       full join (select d.* from catalog_product d join catalog_version w on w.version = d.version and w.status = 'serving') o
         on o.product_id = n.product_id
      where exists (select 1 from catalog_version where status = 'serving') and ${row("n")} is distinct from ${row("o")}`,
    { version }
  )
}

/** Rows of versions that are not served: the last one, and those of rebuilds that were cut short. Hold `lockRebuilding`. */
async function clearLeftovers(container: MedusaContainer): Promise<void> {
  const run = runner(container)
  const gone = await run<{ version: number }>(`select version from catalog_version where status <> 'serving'`)
  if (gone.length > 0) {
    await inTransaction(container, async (writing) => {
      // Whoever drains changes writes them into no version that is about to go.
      await lockWriting(writing)
      await writing(`update catalog_version set status = 'retired' where status = 'building'`)
    })
  }
  for (const { version } of gone) {
    for (const table of ["catalog_price", "catalog_stock", "catalog_product", "catalog_version"]) {
      await run(`delete from ${table} where version = :version`, { version })
    }
  }
}
