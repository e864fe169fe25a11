import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { keepBatch } from "./batch"
import { readWaiting } from "./queries/queue"
import { buildFirst } from "./rebuild"
import { runner } from "./run"

/** Quick: what single changes have left. Whole: bulk changes too. */
type Lane = "quick" | "whole"
type Turn = { running: Promise<void>; next?: Promise<void> }
type Turns = Partial<Record<Lane, Turn>>

/** Each process works at most one batch of a lane at a time; callers that come meanwhile share the next turn. */
const turnsOf = new WeakMap<object, Turns>()

/**
 * Brings the catalogue up to date: what was committed before the call is in the documents after it. Where no version is
 * served yet, the first one is built. One statement where nothing waits.
 * @param options.within_ms the caller waits no longer, and not for changes that came in bulk (an import, other taxes): the
 * work goes on behind it
 * @returns whether everything the call waits for is done
 */
export async function keepCatalog(
  container: MedusaContainer,
  { within_ms }: { within_ms?: number } = {}
): Promise<{ is_current: boolean }> {
  if (within_ms === undefined) {
    await takeTurn(container, "whole")
    return { is_current: true }
  }
  return { is_current: await within(takeTurn(container, "quick"), within_ms) }
}

function takeTurn(container: MedusaContainer, lane: Lane): Promise<void> {
  const key = container.resolve(ContainerRegistrationKeys.PG_CONNECTION) as unknown as object
  const turns = turnsOf.get(key) ?? {}
  turnsOf.set(key, turns)
  const turn = turns[lane]
  if (turn) {
    turn.next ??= turn.running.catch(() => undefined).then(() => begin(container, turns, lane))
    return turn.next
  }
  return begin(container, turns, lane)
}

function begin(container: MedusaContainer, turns: Turns, lane: Lane): Promise<void> {
  const running = work(container, lane)
  const turn: Turn = { running }
  turns[lane] = turn
  const end = () => {
    if (turns[lane] === turn && !turn.next) {
      delete turns[lane]
    }
  }
  running.then(end, end)
  return running
}

async function work(container: MedusaContainer, lane: Lane): Promise<void> {
  const run = runner(container)
  let waiting = await readWaiting(run)
  if (waiting.serving === null) {
    await buildFirst(container)
    waiting = await readWaiting(run)
  }
  while (lane === "quick" ? waiting.hasUrgent : waiting.hasAny) {
    await keepBatch(container, lane === "quick")
    waiting = await readWaiting(run)
  }
  if (waiting.hasAny) {
    goOnBehind(container)
  }
}

/** What came in bulk is worked off behind whoever asked. */
function goOnBehind(container: MedusaContainer): void {
  takeTurn(container, "whole").catch((error: Error) => {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`catalogue: it will be tried again: ${error.message}`)
  })
}

async function within(work: Promise<void>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms)
  })
  try {
    return await Promise.race([work.then(() => true), patience])
  } finally {
    clearTimeout(timer)
    // Whoever waits no longer is not told of what goes wrong later; the next call meets it.
    work.catch(() => undefined)
  }
}
