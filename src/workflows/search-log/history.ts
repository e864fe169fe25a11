import { MedusaContainer } from "@medusajs/framework/types"
import { BoundedMap } from "../../lib/bounded-map"
import { HistoryEntry } from "../../modules/search-log/types"
import { searchLogOf, writingLog } from "./log"
import { forgetOwn } from "./own"

export type Shopper = { customer_id: string | null; visitor_id: string | null }

/** Visitors whose searches have been moved a moment ago: a storefront goes on sending their token. */
const MERGED_MS = 60_000
const merged = new BoundedMap<string, number>(20_000)

/**
 * Whose searches a shopper's are: the customer's once they have signed in, and what their visitor has searched for becomes
 * theirs then.
 * @returns null for somebody who is neither customer nor known visitor
 */
export async function searchOwner(container: MedusaContainer, shopper: Shopper): Promise<string | null> {
  const { customer_id, visitor_id } = shopper
  if (customer_id && visitor_id && Date.now() - (merged.get(visitor_id) ?? 0) >= MERGED_MS) {
    const log = writingLog(container)
    await log.mergeVisitor({ customer_id, visitor_id })
    merged.set(visitor_id, Date.now())
    forgetOwn(log, customer_id)
    forgetOwn(log, visitor_id)
  }
  if (visitor_id && !customer_id) {
    merged.delete(visitor_id)
  }
  return customer_id ?? visitor_id
}

/** Somebody's last searches, newest first. */
export async function readHistory(container: MedusaContainer, shopper: Shopper): Promise<HistoryEntry[]> {
  const owner = await searchOwner(container, shopper)
  return owner ? searchLogOf(container).historyOf(owner) : []
}

/** Forgets everything that somebody has searched for. @returns how many entries went */
export async function clearHistory(container: MedusaContainer, shopper: Shopper): Promise<number> {
  await searchOwner(container, shopper)
  return forgetSearchers(container, ownersOf(shopper))
}

/** Forgets one search of somebody's. @throws {MedusaError} 404, also for another's */
export async function dropSearch(container: MedusaContainer, shopper: Shopper, id: string): Promise<void> {
  await searchOwner(container, shopper)
  const log = searchLogOf(container)
  const owner_ids = ownersOf(shopper)
  // Nobody has no searches: the id is looked for all the same, so that there is one way to say no.
  await log.dropSearch({ id, owner_ids })
  owner_ids.forEach((owner) => forgetOwn(log, owner))
}

/** Forgets what a customer or visitor has searched for, and that it was they. */
export function forgetSearcher(container: MedusaContainer, ownerId: string): Promise<number> {
  return forgetSearchers(container, [ownerId])
}

/** A customer, and the visitor that they were: another process may have searches waiting of both. */
const ownersOf = ({ customer_id, visitor_id }: Shopper) => [customer_id ?? [], visitor_id ?? []].flat()

async function forgetSearchers(container: MedusaContainer, ownerIds: string[]): Promise<number> {
  if (ownerIds.length === 0) {
    return 0
  }
  const log = searchLogOf(container)
  const count = await log.dropHistory(ownerIds)
  ownerIds.forEach((id) => forgetOwn(log, id))
  return count
}
