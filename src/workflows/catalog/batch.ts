import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { openReady, readKept } from "./contexts"
import { makeDocuments } from "./documents"
import { lockWriting } from "./locks"
import { nextGeneration, openVersions, putBack, takeGoods, takeWide, tellSearch } from "./queries/queue"
import { inTransaction, Run } from "./run"
import { widen } from "./widen"
import { writeDocuments } from "./write"

/** Goods of one transaction: enough to spread the cost of its statements, and short enough to wait for. */
export const BATCH = 200

/**
 * Works off the next changes in one transaction: a crash leaves them waiting. What is committed after they were taken has
 * left a row of its own, and is read by the batch that takes that one; so no document stays older than its change.
 * @param isUrgent leaves changes that came in bulk alone
 * @returns goods that were looked at
 */
export async function keepBatch(container: MedusaContainer, isUrgent: boolean): Promise<number> {
  const taken: string[] = []
  try {
    return await inTransaction(container, async (run) => {
      await lockWriting(run)
      await widenWaiting(run)
      taken.push(...(await takeGoods(run, isUrgent, BATCH)))
      await noticeAll(container, run, taken)
      return taken.length
    })
  } catch (error) {
    if (taken.length === 0) {
      throw error
    }
    return keepSingly(container, taken, error as Error)
  }
}

/** Of what is said of companies alone: no count or facet shows it. */
const SHAPELESS = ["company_rating", "page"]

async function widenWaiting(run: Run): Promise<void> {
  const wide = await takeWide(run)
  if (wide.length > 0) {
    await widen(run, wide)
    await nextGeneration(
      run,
      wide.some(({ kind }) => !SHAPELESS.includes(kind))
    )
  }
}

/** Search is told of all that was touched: it knows drafts and shop codes too, which no document shows. */
async function noticeAll(container: MedusaContainer, run: Run, ids: string[]): Promise<void> {
  const changed = new Set(await renew(container, run, ids))
  const others = ids.filter((id) => !changed.has(id))
  await (others.length > 0 ? tellSearch(run, "product", others) : undefined)
}

/** Makes the documents of goods anew and says whether anything has changed. Hold `lockWriting`. */
export async function renew(container: MedusaContainer, run: Run, ids: string[]): Promise<string[]> {
  if (ids.length === 0) {
    return []
  }
  const { versions, revision, now } = await openVersions(run)
  const documents = await makeDocuments(container, run, ids, await readKept(run), now)
  const { changed, is_shape } = await writeDocuments(run, versions, ids, documents, revision)
  const isOpened = await openReady(run)
  if (changed.length > 0) {
    await tellSearch(run, "product", changed)
  }
  if (changed.length > 0 || isOpened) {
    await nextGeneration(run, is_shape || isOpened)
  }
  return changed
}

/** One of the goods cannot be made: the others must not wait for it. It is tried again in a minute. */
async function keepSingly(container: MedusaContainer, ids: string[], cause: Error): Promise<number> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  let done = 0
  for (const id of ids) {
    try {
      await inTransaction(container, async (run) => {
        await lockWriting(run)
        await run(`delete from catalog_change where kind = 'product' and entity_id = :id`, { id })
        await noticeAll(container, run, [id])
      })
      done++
    } catch (error) {
      logger.error(
        `catalogue: ${id} could not be made anew, it will be tried again: ${(error as Error).message}`
      )
      await inTransaction(container, async (run) => {
        await run(`delete from catalog_change where kind = 'product' and entity_id = :id`, { id })
        await putBack(run, [id])
      })
    }
  }
  if (done === 0) {
    throw cause
  }
  return ids.length
}
