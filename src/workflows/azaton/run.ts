import { MedusaContainer } from "@medusajs/framework/types"
import { keepFacts } from "../finance/facts"
import { importedMoney } from "./queries/money"
import { importedRows } from "./queries/imported-rows"
import { Report, ReportedNote, Tally } from "./report"
import { AzatonRefused, openAzatonSource } from "./source"
import { AzatonSource, ENTITIES, Entity, EntityWriter, ExpenseMode } from "./types"
import { closeRun, openRun, OpenRun, writersFor } from "./write"

/** Plans that a writer gets at once: a page of the source, and no more where its rows made several each. */
const BATCH = 500

/** `facts`: companies whose daily sums are made, at the end. */
export type Progress = { entity: Entity | "facts"; done: number; total: number }

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
  const source = await openAzatonSource(input.url, {
    mode: input.fixed_expenses,
    grant_from_orders: input.grant_from_orders,
    now: input.now ?? new Date(),
  })
  try {
    const { label, dry_run } = input
    const about = { source: label, profiles: source.profiles, options: optionsOf(input), dry_run }
    const run = await openRun(container, about)
    if (!run) {
      throw new AzatonRefused("Another import is running on this market; nothing was written.")
    }
    return await recorded(container, run, input, source)
  } finally {
    await source.close()
  }
}

const optionsOf = ({ dry_run, fixed_expenses, grant_from_orders }: ImportInput) => ({
  dry_run,
  fixed_expenses,
  grant_from_orders,
})

/** Imports and keeps in the run's row what came of it, also when it breaks off. */
async function recorded(
  container: MedusaContainer,
  run: OpenRun,
  input: ImportInput,
  source: AzatonSource
): Promise<Report> {
  const tally = new Tally(input.onNote)
  const started = new Date()
  let invited: number
  let after: Awaited<ReturnType<typeof importedMoney>> | null
  try {
    invited = await importAll(container, run, input, source, tally)
    if (!input.dry_run) {
      // Years of days at once: nobody who opens a report should have to wait for them. What fails here a job tries again.
      await keepFacts(container, (done, total) => input.onProgress?.({ entity: "facts", done, total }))
    }
    after = input.dry_run ? null : await importedMoney(container, input.label)
  } catch (error) {
    const text = String((error as Error).message).slice(0, 500)
    await closeRun(container, run, { state: "failed", counts: tally.entities, error: text })
    throw error
  }
  await closeRun(container, run, { state: "done", counts: tally.entities })
  return {
    source: input.label,
    run_id: input.dry_run ? null : run.run_id,
    options: optionsOf(input),
    started_at: started.toISOString(),
    elapsed_ms: Date.now() - started.getTime(),
    profiles: source.profiles,
    entities: tally.entities,
    codes: tally.codes,
    source_notes: source.notes,
    money: tally.money.beside(after),
    owner_links: invited,
    exit_code: tally.hasFailed ? 2 : 0,
  }
}

/** Entity by entity, in the order in which they refer to each other; answers how many owners were invited. */
async function importAll(
  container: MedusaContainer,
  run: OpenRun,
  input: ImportInput,
  source: AzatonSource,
  tally: Tally
): Promise<number> {
  const { label, dry_run, grant_from_orders, links } = input
  let invited = 0
  const invite = (line: string) => {
    invited += 1
    links?.(line)
  }
  const writers = writersFor(container, {
    source: label,
    run_id: run.run_id,
    dry_run,
    grant_from_orders,
    ...(links && { links: invite }),
  })
  for (const entity of ENTITIES) {
    await importEntity(entity, source, writers[entity] as EntityWriter<Entity>, tally, input)
  }
  for (const entity of ENTITIES) {
    await noteDeleted(container, source, entity, tally, label)
  }
  return invited
}

async function noteDeleted(
  container: MedusaContainer,
  source: AzatonSource,
  entity: Entity,
  tally: Tally,
  label: string
): Promise<void> {
  for await (const rows of importedRows(container, label, entity)) {
    const there = new Set(
      (await source.stillThere(entity, rows)).map(({ legacy_id: id, part }) => `${id}/${part}`)
    )
    const gone = rows.filter(({ legacy_id: id, part }) => !there.has(`${id}/${part}`))
    new Set(gone.map(({ legacy_id: id }) => id)).forEach((id) => tally.addDeleted(entity, id))
  }
}

async function importEntity(
  entity: Entity,
  source: AzatonSource,
  writer: EntityWriter<Entity>,
  tally: Tally,
  { onProgress, signal }: ImportInput
): Promise<void> {
  const total = await source.count(entity)
  const tell = (done: number) => onProgress?.({ entity, done: Math.min(done, total), total })
  tell(0)
  for await (const page of oneAhead(source.read(entity))) {
    for (let at = 0; at < page.length; at += BATCH) {
      signal?.throwIfAborted()
      const plans = page.slice(at, at + BATCH)
      tally.add(entity, plans, await writer.write(plans))
      tell(tally.entities[entity].read)
    }
  }
  tell(total)
}

/** The same pages, each read while the one before it is being written. Nothing is being read any more when it ends. */
async function* oneAhead<Page>(pages: AsyncGenerator<Page>): AsyncGenerator<Page> {
  let next = pages.next()
  // A failure is thrown where the page is waited for; until then nobody hears it.
  const silence = () => undefined
  try {
    for (let page = await next; !page.done; page = await next) {
      next = pages.next()
      next.catch(silence)
      yield page.value
    }
  } finally {
    await next.catch(silence)
  }
}
