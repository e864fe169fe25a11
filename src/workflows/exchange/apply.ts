import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { randomLetters } from "../../lib/ids"
import { EXCHANGE_MODULE } from "../../modules/exchange"
import { ExchangeEvents } from "../../modules/exchange/events"
import { parseRow } from "../../modules/exchange/lib/parse-row"
import { PendingRow } from "../../modules/exchange/lib/row-store"
import { Lease } from "../../modules/exchange/lib/run-store"
import ExchangeModuleService, { RowResult } from "../../modules/exchange/service"
import { listCategories } from "../listing/queries/categories"
import { createGoods, resultOf } from "./create-goods"
import { Categories, indexCategories, indexKnown } from "./lib/known"
import { planRows } from "./lib/plan"
import { loadNamed } from "./queries/known"
import { updateGoods } from "./update-goods"

/** Goods in one batch: what stands in memory at a time, and what a cancellation has to wait for. */
const UNITS = 100
/** A runner says every so often that it lives; one that has been silent for longer has lost the import. */
const BEAT_MS = 10_000
export const SILENT_MS = 60_000
/** Takings over without a single row done in between, after which an import is given up. */
const MAX_ATTEMPTS = 5

/**
 * Applies an import that somebody asked to be applied, batch after batch, until nothing is left, it is cancelled, or this
 * process ends. Of many calls one does the work; what a crash leaves behind is done by the next call. Every batch is
 * planned anew from what stands by then, so a row whose work is done already is found unchanged.
 */
export async function applyImport(
  container: MedusaContainer,
  id: string,
  silentMs: number = SILENT_MS
): Promise<void> {
  const exchange = container.resolve<ExchangeModuleService>(EXCHANGE_MODULE)
  const runner = randomLetters(16)
  const silent_since = new Date(Date.now() - silentMs)
  const lease = await exchange.takeLease({ id, runner, silent_since })
  if (!lease) {
    return
  }
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const clock = setInterval(() => {
    exchange.beat(id, runner).catch(() => undefined)
  }, BEAT_MS)
  try {
    if (lease.attempts > MAX_ATTEMPTS) {
      await finish(container, lease, "failed")
      return
    }
    await applyBatches(container, exchange, lease)
  } catch (error) {
    logger.error(`import ${id} stopped and will be resumed`, error as Error)
  } finally {
    clearInterval(clock)
  }
}

async function applyBatches(container: MedusaContainer, exchange: ExchangeModuleService, lease: Lease) {
  const { categories: rows } = await listCategories(container, { limit: 100_000, offset: 0 })
  const categories = indexCategories(rows)
  let isResumed = lease.is_resumed
  for (;;) {
    if (!(await exchange.beat(lease.id, lease.runner))) {
      return
    }
    const pending = await exchange.nextUnits(lease.id, UNITS)
    if (pending.length === 0) {
      break
    }
    await exchange.settleRows(lease.id, await applyBatch(container, lease, pending, categories, isResumed))
    isResumed = false
  }
  await finish(container, lease, "done")
}

async function applyBatch(
  container: MedusaContainer,
  lease: Lease,
  pending: PendingRow[],
  categories: Categories,
  isResumed: boolean
): Promise<RowResult[]> {
  const actions = new Map(pending.map(({ id, action }) => [id, action]))
  const rows = pending.map(({ id, number, cells }) => ({ id, number, ...parseRow(cells, lease.mapping) }))
  const known = indexKnown(await loadNamed(container, lease.company_id, rows))
  const plan = planRows(rows, known, categories)
  const idle = plan.rows.filter(({ action }) => action === "error" || action === "unchanged")
  return [
    ...idle.map((row) =>
      // The first batch after a crash: what is found done was done by the one that crashed.
      isResumed && row.action === "unchanged"
        ? resultOf(row, { action: actions.get(row.row.id), is_applied: true })
        : resultOf(row)
    ),
    ...(await createGoods(container, lease, plan.creates)),
    ...(await updateGoods(container, lease, plan.updates)),
  ]
}

async function finish(container: MedusaContainer, lease: Lease, status: "done" | "failed") {
  const { id, runner, company_id } = lease
  const error = status === "failed" ? "it stopped again and again without getting on" : undefined
  const exchange = container.resolve<ExchangeModuleService>(EXCHANGE_MODULE)
  if (await exchange.finish({ id, runner, status, error })) {
    await container
      .resolve(Modules.EVENT_BUS)
      .emit({ name: ExchangeEvents.FINISHED, data: { id, company_id } })
  }
}
