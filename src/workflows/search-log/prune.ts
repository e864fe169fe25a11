import { MedusaContainer } from "@medusajs/framework/types"
import { dayOf } from "../../modules/ledger/lib/period"
import { searchLogOf } from "./log"
import { deletedCustomers, orphanOwners } from "./queries/people"

const DAY_MS = 86_400_000
const BATCH = 1_000

type Kind = Parameters<ReturnType<typeof searchLogOf>["pruneBatch"]>[0]

/**
 * Forgets who searched, and what too few have searched for, once it is older than `search.log_days`. Texts are judged before
 * the log's rows go, so that a crash between the two only repeats the judging.
 * @returns rows of the log and of histories that went
 */
export async function pruneSearches(container: MedusaContainer, now: number): Promise<number> {
  const log = searchLogOf(container)
  await log.flush()
  const before = new Date(now - log.options.search.log_days * DAY_MS)
  const all = async (kind: Kind, bound: string) => {
    let sum = 0
    for (let count = BATCH; count === BATCH; sum += count) {
      count = await log.pruneBatch(kind, [bound, BATCH])
    }
    return sum
  }
  await all("texts", dayOf(before))
  const forgotten = await all("log", before.toISOString())
  const history = await all("history", before.toISOString())
  const gone = await forgetDeleted(container, before)
  await all("marks", new Date(now).toISOString())
  await log.renewPopular(now)
  return forgotten + history + gone
}

/**
 * What customers searched for whose deletion was not heard of: the event may be lost with the process that had to handle it, and
 * a search may have been noted behind it.
 * @returns how many entries of histories went
 */
async function forgetDeleted(container: MedusaContainer, since: Date): Promise<number> {
  const log = searchLogOf(container)
  let sum = 0
  for (let after = "", isMore = true; isMore;) {
    const ids = await deletedCustomers(container, { since, after, most: BATCH })
    sum += ids.length > 0 ? await log.dropHistory(ids) : 0
    isMore = ids.length === BATCH
    after = ids.at(-1) ?? ""
  }
  // Accounts that are not even kept as deleted: whoever has a row in the log has one in the history.
  for (let isMore = true; isMore;) {
    const ids = await orphanOwners(container, BATCH)
    sum += ids.length > 0 ? await log.dropHistory(ids) : 0
    isMore = ids.length === BATCH
  }
  return sum
}
