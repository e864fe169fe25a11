import { BoundedMap } from "../../lib/bounded-map"
import { Fresh } from "../../lib/fresh"
import type SearchLogModuleService from "../../modules/search-log/service"
import { HistoryEntry } from "../../modules/search-log/types"

/** Somebody's last searches, as suggestions show them, are kept so long; a note or a deletion here forgets them at once. */
const FRESH_MS = 2_000
const MOST_OWNERS = 10_000

const memories = new WeakMap<object, BoundedMap<string, Fresh<HistoryEntry[]>>>()

function memoryOf(log: SearchLogModuleService): BoundedMap<string, Fresh<HistoryEntry[]>> {
  const memory = memories.get(log) ?? new BoundedMap<string, Fresh<HistoryEntry[]>>(MOST_OWNERS)
  memories.set(log, memory)
  return memory
}

/** The last searches of an owner, from memory where they were read a moment ago. */
export function ownSearches(log: SearchLogModuleService, ownerId: string) {
  const memory = memoryOf(log)
  const known =
    memory.get(ownerId) ?? new Fresh(() => log.historyOf(ownerId), { fresh_ms: FRESH_MS, stale_ms: FRESH_MS })
  memory.set(ownerId, known)
  return known.get()
}

export function forgetOwn(log: SearchLogModuleService, ownerId: string): void {
  memoryOf(log).delete(ownerId)
}
