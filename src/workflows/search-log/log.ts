import { MedusaContainer } from "@medusajs/framework/types"
import { SEARCH_LOG_MODULE } from "../../modules/search-log"
import type SearchLogModuleService from "../../modules/search-log/service"
import { SearchNote } from "../../modules/search-log/types"
import { forgetOwn } from "./own"
import { membersReader } from "./queries/people"

export const searchLogOf = (container: MedusaContainer) =>
  container.resolve<SearchLogModuleService>(SEARCH_LOG_MODULE)

const told = new WeakSet<object>()

/** The log, which has been told how it learns who is in private companies. */
export function writingLog(container: MedusaContainer): SearchLogModuleService {
  const log = searchLogOf(container)
  if (!told.has(log)) {
    log.readMembers = membersReader(container)
    told.add(log)
  }
  return log
}

/**
 * Notes that somebody has searched. It costs no statement and no waiting: searches are remembered and written in batches, when
 * 200 of them wait, at the first note 5 s after the oldest, by the job of the minute and when the process ends. A crash loses
 * what was not written yet, a minute's at most. Call it once per search, not for its further pages.
 */
export function noteSearch(container: MedusaContainer, note: SearchNote): void {
  const log = writingLog(container)
  log.note(note)
  if (note.owner) {
    forgetOwn(log, note.owner.id)
  }
}

/** How often what is popular is made anew. */
const POPULAR_EVERY_MS = 10 * 60_000
const renewed = new WeakMap<object, number>()

/** Work of every minute: what waits is written, and what is popular is made anew now and then. */
export async function keepSearches(container: MedusaContainer, now = Date.now()): Promise<void> {
  const log = writingLog(container)
  await log.flush()
  if (now - (renewed.get(log) ?? 0) >= POPULAR_EVERY_MS) {
    await log.renewPopular(now)
    renewed.set(log, now)
  }
}
