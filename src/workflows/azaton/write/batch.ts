import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { BEGIN_BULK_WRITE } from "../../../lib/bulk-write"
import { Plans } from "../plans"
import { Entity, Note, Outcome, Planned, Written } from "../types"
import { knownRows, Known, rememberMerged, rememberRows } from "./map"
import { Kind, keyOf, Ready, Run, Trx } from "./types"

/**
 * Writes a batch of plans of one entity: targets and the memory of them in ONE transaction, so that a crash leaves all of
 * the batch or nothing. What has not changed since it was imported costs one statement for all of it. When the batch
 * fails, its halves are tried, and theirs: a bad row fails alone.
 */
export async function writeBatch<E extends Entity>(
  run: Run,
  kind: Kind<E>,
  plans: Array<Planned<Plans[E]>>
): Promise<Written[]> {
  const knex = run.container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const known = await knownRows(
    knex as unknown as Trx,
    run.source,
    kind.entity,
    plans.map(({ legacy_id }) => legacy_id)
  )
  const results = new Map<string, Written>()
  const say = (plan: { legacy_id: string; part: string }, outcome: Outcome, notes: Note[] = []) =>
    results.set(keyOf(plan), { legacy_id: plan.legacy_id, part: plan.part, outcome, notes })

  const merged = plans.filter((plan) => plan.value === null && plan.merged_into !== undefined)
  plans
    .filter(({ value }) => value === null)
    .forEach((plan) => say(plan, plan.merged_into ? "merged" : "skipped"))
  const ready = plans.filter((plan): plan is Ready<E> => plan.value !== null)
  const stale = ready.filter((plan) => known.get(keyOf(plan))?.checksum !== plan.checksum)
  ready
    .filter((plan) => known.get(keyOf(plan))?.checksum === plan.checksum)
    .forEach((plan) => say(plan, "unchanged"))

  const work = (batch: Array<Ready<E>>) =>
    run.dry_run
      ? lookAt(knex as unknown as Trx, kind, batch, known)
      : (knex.transaction((trx: unknown) => writeRows(trx as Trx, run, kind, batch, known)) as Promise<
          Written[]
        >)
  for (const written of await inHalvesWhenItFails(stale, work)) {
    results.set(keyOf(written), written)
  }
  if (!run.dry_run && merged.length > 0) {
    await knex.transaction((trx: unknown) => rememberMerged(trx as Trx, run, kind, merged, known))
  }
  return plans.map((plan) => results.get(keyOf(plan))!)
}

async function inHalvesWhenItFails<E extends Entity>(
  batch: Array<Ready<E>>,
  work: (batch: Array<Ready<E>>) => Promise<Written[]>
): Promise<Written[]> {
  if (batch.length === 0) {
    return []
  }
  try {
    return await work(batch)
  } catch (error) {
    if (batch.length === 1) {
      const { legacy_id, part } = batch[0]
      const text = String((error as Error).message).slice(0, 500)
      return [{ legacy_id, part, outcome: "failed", notes: [{ code: "row_failed", text }] }]
    }
    const half = Math.ceil(batch.length / 2)
    const first = await inHalvesWhenItFails(batch.slice(0, half), work)
    return [...first, ...(await inHalvesWhenItFails(batch.slice(half), work))]
  }
}

/** Sorts out what somebody has changed here since it was imported: that stays as it is. */
async function sortOut<E extends Entity>(
  trx: Trx,
  kind: Kind<E>,
  batch: Array<Ready<E>>,
  known: Map<string, Known>
) {
  const before = new Map(
    batch.flatMap((plan) => {
      const row = known.get(keyOf(plan))
      // Without a print it stood for another row until now, and has no target of its own.
      return row?.target_id && row.target_checksum ? [[keyOf(plan), row]] : []
    })
  )
  const ids = [...before.values()].map(({ target_id }) => target_id!)
  const prints = await printsOf(trx, kind, ids)
  const isTouched = (plan: Ready<E>) => {
    const row = before.get(keyOf(plan))
    return row !== undefined && prints.get(row.target_id!) !== row.target_checksum
  }
  return {
    touched: batch.filter(isTouched),
    good: batch.filter((plan) => !isTouched(plan)),
    targets: new Map([...before].map(([key, { target_id }]) => [key, target_id!])),
  }
}

async function lookAt<E extends Entity>(
  trx: Trx,
  kind: Kind<E>,
  batch: Array<Ready<E>>,
  known: Map<string, Known>
): Promise<Written[]> {
  const { touched, good, targets } = await sortOut(trx, kind, batch, known)
  return [...touched.map(conflict), ...good.map((plan) => outcome(plan, targets))]
}

/**
 * Without waiting for the disk: what a crash takes away takes the memory of it along, and the next run brings it again.
 * Nor are these statements worth compiling.
 */
const BEGIN = `${BEGIN_BULK_WRITE}, set_config('synchronous_commit', 'off', true), set_config('jit', 'off', true)`

async function writeRows<E extends Entity>(
  trx: Trx,
  run: Run,
  kind: Kind<E>,
  batch: Array<Ready<E>>,
  known: Map<string, Known>
): Promise<Written[]> {
  await trx.raw(BEGIN)
  const ids = batch.flatMap((plan) => known.get(keyOf(plan))?.target_id ?? [])
  if (ids.length > 0) {
    await trx.raw(kind.lock, [ids])
  }
  const { touched, good, targets } = await sortOut(trx, kind, batch, known)
  if (good.length === 0) {
    return touched.map(conflict)
  }
  const saved = await kind.save(trx, run, good, targets)
  const prints = await printsOf(
    trx,
    kind,
    [...saved.values()].map(({ target_id }) => target_id)
  )
  await rememberRows(
    trx,
    run,
    kind,
    good.map((plan) => {
      const { target_id } = saved.get(keyOf(plan))!
      const { legacy_id, part, checksum } = plan
      return { legacy_id, part, checksum, target_id, target_checksum: prints.get(target_id) ?? null }
    }),
    known
  )
  return [
    ...touched.map(conflict),
    ...good.map((plan) => outcome(plan, targets, saved.get(keyOf(plan))?.notes)),
  ]
}

function conflict({ legacy_id, part }: { legacy_id: string; part: string }): Written {
  const text = "changed in the source and here since it was imported; what is here stays"
  return { legacy_id, part, outcome: "conflict", notes: [{ code: "conflict_local_change", text }] }
}

function outcome(
  plan: { legacy_id: string; part: string },
  targets: Map<string, string>,
  notes: Note[] = []
): Written {
  const { legacy_id, part } = plan
  return { legacy_id, part, outcome: targets.has(keyOf(plan)) ? "updated" : "created", notes }
}

async function printsOf<E extends Entity>(
  trx: Trx,
  kind: Kind<E>,
  ids: string[]
): Promise<Map<string, string>> {
  if (ids.length === 0) {
    return new Map()
  }
  const { rows } = await trx.raw<{ id: string; print: string }>(kind.print, [ids])
  return new Map(rows.map(({ id, print }) => [id, print]))
}
