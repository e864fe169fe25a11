import { setTimeout as wait } from "node:timers/promises"
import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { rebuildIndex, searchOf, withIndex } from "../search/ready"
import { searchLogOf } from "./log"

/** Indexes by the name that the operator reads. */
const INDEXES = { products: "product", companies: "company", categories: "product_category" } as const
type Name = keyof typeof INDEXES
const NAMES = Object.keys(INDEXES) as Name[]

/** An answer to the operator waits so long for a rebuilding that may be short. */
const SHORT_MS = 1_000

type Rebuild = {
  state: "running" | "done" | "failed"
  /** Of how many indexes. */
  done: number
  total: number
  finished_at: string | null
  /** Why it failed. */
  message?: string
}

/** The last rebuilding of this process, as far as it has come. */
const rebuilds = new WeakMap<object, Rebuild>()

/** Which engine answers, over how many documents, and how many changes it has not been told of. */
export async function searchStatus(container: MedusaContainer) {
  const log = searchLogOf(container)
  const counts = { products: 0, companies: 0, categories: 0 }
  const chosen = log.options.search.meilisearch ? "meilisearch" : "postgres"
  let engine: string = chosen
  for (const name of NAMES) {
    const entity = INDEXES[name]
    const query = { entity, fields: ["id"], pagination: { take: 1 } }
    const { metadata, provider_metadata } = await withIndex(container, entity, () =>
      searchOf(container).search(query)
    )
    counts[name] = metadata.count ?? 0
    engine = (provider_metadata as { engine?: string } | undefined)?.engine ?? engine
  }
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Array<{ waiting: number }> }>(`select count(*)::int as waiting from catalog_search_change`)
  return {
    engine,
    chosen,
    documents: counts,
    waiting: rows[0].waiting,
    rebuild: rebuilds.get(log) ?? null,
  }
}

/**
 * Makes every index anew beside the one that answers, one after another. A long one goes on behind the answer; another call
 * meanwhile starts nothing.
 * @returns how far it has come
 */
export async function reindexSearch(container: MedusaContainer): Promise<{ done: number; total: number }> {
  const log = searchLogOf(container)
  const last = rebuilds.get(log)
  const rebuild: Rebuild =
    last?.state === "running" ? last : { state: "running", done: 0, total: NAMES.length, finished_at: null }
  if (rebuild !== last) {
    rebuilds.set(log, rebuild)
    await Promise.race([rebuildAll(container, rebuild), wait(SHORT_MS, undefined, { ref: false })])
  }
  return { done: rebuild.done, total: rebuild.total }
}

/** Never rejects: what became of it stays to be read. */
async function rebuildAll(container: MedusaContainer, rebuild: Rebuild): Promise<void> {
  try {
    for (const name of NAMES) {
      await rebuildIndex(container, INDEXES[name])
      rebuild.done++
    }
    rebuild.state = "done"
  } catch (error) {
    rebuild.state = "failed"
    rebuild.message = (error as Error).message
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    logger.error(`search: the indexes could not be made anew: ${rebuild.message}`)
  }
  rebuild.finished_at = new Date().toISOString()
}
