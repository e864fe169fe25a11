import { MedusaContainer } from "@medusajs/framework/types"
import { BATCH, renew } from "./batch"
import { keepCatalog } from "./keep"
import { lockWriting } from "./locks"
import { inTransaction, Run } from "./run"
import { syncKept, settleNew } from "./contexts"
import { noteConcerned } from "./queries/queue"

/** Goods that were looked at, and those whose documents were wrong although no change of theirs waited. */
export type Swept = { checked: number; repaired: string[] }

/**
 * Makes every document anew and compares it with what is served: what differs is repaired and told. Labels and sums that
 * change with time alone are right afterwards too. Goods whose changes wait are left to those who drain them.
 */
export async function sweepCatalog(container: MedusaContainer): Promise<Swept> {
  await inTransaction(container, followSettings)
  await keepCatalog(container)
  const swept: Swept = { checked: 0, repaired: [] }
  let after = ""
  for (;;) {
    const batch = await inTransaction(container, (run) => sweepNext(container, run, after))
    swept.checked += batch.checked
    swept.repaired.push(...batch.repaired)
    if (batch.last === null) {
      return swept
    }
    after = batch.last
  }
}

async function followSettings(run: Run): Promise<void> {
  await lockWriting(run)
  const { hasNewContext, newChannels } = await syncKept(run)
  const isNew = hasNewContext || newChannels.length > 0
  await settleNew(run, isNew ? (await noteConcerned(run, "all", [])).last : null)
}

async function sweepNext(container: MedusaContainer, run: Run, after: string) {
  await lockWriting(run)
  const rows = await run<{ id: string }>(
    `select id from (select id from product union select product_id from catalog_product) g(id)
      where id > :after order by id limit ${BATCH}`,
    { after }
  )
  const ids = rows.map(({ id }) => id)
  const quiet = await withoutChanges(run, ids)
  const changed = await renew(container, run, quiet)
  return {
    checked: quiet.length,
    repaired: await withoutChanges(run, changed),
    last: ids.length < BATCH ? null : ids[ids.length - 1],
  }
}

async function withoutChanges(run: Run, ids: string[]): Promise<string[]> {
  const rows = await run<{ id: string }>(
    `select id from unnest(cast(:ids as text[])) g(id)
      where not exists (select 1 from catalog_change c where c.kind = 'product' and c.entity_id = g.id)`,
    { ids }
  )
  return rows.map(({ id }) => id)
}
