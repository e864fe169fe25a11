import { MedusaContainer } from "@medusajs/framework/types"
import { sha256 } from "../../lib/ids"
import { alone } from "./alone"
import { importedMoney } from "./queries/money"
import { Report, ReportedNote, Tally } from "./report"
import { openAzatonSource } from "./source"
import { AzatonSource, ENTITIES, Entity, EntityWriter, ExpenseMode } from "./types"
import { closeRun, openRun, writersFor } from "./write"

/** Plans that a writer gets at once. */
const BATCH = 100

export type Progress = { entity: Entity; done: number; total: number }

export type ImportInput = {
  /** A PostgreSQL address; a role that may only read is enough. */
  url: string
  /** What this old database is called here; a second run under the same name changes what the first one made. */
  label: string
  dry_run: boolean
  fixed_expenses: ExpenseMode
  grant_from_orders: boolean
  /** Takes the owners' links, a line each; they go nowhere else. Without it nobody is invited. */
  links?: (line: string) => void
  now?: Date
  onNote?: (note: ReportedNote) => void
  onProgress?: (progress: Progress) => void
  /** Ends the run between two batches; the next run goes on from there. */
  signal?: AbortSignal
}

/**
 * Brings an old Azaton database over: reads it in one read-only transaction, plans row by row, writes in batches. It may be
 * repeated, and goes on where an earlier run stopped.
 * @throws {AzatonRefused} before anything is written, when the source must not be read or another import is running
 */
export async function runAzatonImport(container: MedusaContainer, input: ImportInput): Promise<Report> {
  return alone(container, async () => {
    const source = await openAzatonSource(input.url, {
      mode: input.fixed_expenses,
      grant_from_orders: input.grant_from_orders,
      now: input.now ?? new Date(),
    })
    try {
      return await importFrom(container, source, input)
    } finally {
      await source.close()
    }
  })
}

async function importFrom(container: MedusaContainer, source: AzatonSource, input: ImportInput): Promise<Report> {
  const started = new Date()
  const { dry_run, fixed_expenses, grant_from_orders, label } = input
  const options = { dry_run, fixed_expenses, grant_from_orders }
  const runId = dry_run ? null : await openRun(container, { source: label, profiles: source.profiles, options })
  const tally = new Tally(input.onNote)
  let ownerLinks = 0
  const links = input.links && ((line: string) => {
    ownerLinks += 1
    input.links!(line)
  })
  const writers: { [E in Entity]?: EntityWriter<E> } = writersFor(container, {
    source: label,
    run_id: runId ?? sha256(label).slice(0, 26),
    dry_run,
    grant_from_orders,
    ...(links && { links }),
  })
  try {
    for (const entity of ENTITIES) {
      await importEntity(entity, source, writers[entity] as EntityWriter<Entity> | undefined, tally, input)
    }
  } catch (error) {
    if (runId) {
      const message = String((error as Error).message).slice(0, 500)
      await closeRun(container, runId, { state: "failed", counts: tally.entities, error: message })
    }
    throw error
  }
  if (runId) {
    await closeRun(container, runId, { state: "done", counts: tally.entities, error: null })
  }
  return {
    source: label,
    run_id: runId,
    options,
    started_at: started.toISOString(),
    elapsed_ms: Date.now() - started.getTime(),
    profiles: source.profiles,
    entities: tally.entities,
    codes: tally.codes,
    source_notes: source.notes,
    money: tally.money.beside(dry_run ? null : await importedMoney(container, label)),
    owner_links: ownerLinks,
    exit_code: tally.hasFailed ? 2 : 0,
  }
}

async function importEntity<E extends Entity>(
  entity: E,
  source: AzatonSource,
  writer: EntityWriter<E> | undefined,
  tally: Tally,
  { onProgress, signal }: ImportInput
): Promise<void> {
  const total = await source.count(entity)
  onProgress?.({ entity, done: 0, total })
  for await (const page of source.read(entity)) {
    for (let at = 0; at < page.length; at += BATCH) {
      signal?.throwIfAborted()
      const plans = page.slice(at, at + BATCH)
      tally.add(entity, plans, writer ? await writer.write(plans) : null)
      onProgress?.({ entity, done: Math.min(tally.entities[entity].read, total), total })
    }
  }
  onProgress?.({ entity, done: total, total })
}
