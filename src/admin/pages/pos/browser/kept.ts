import { createStore, del, entries as allOf, get, set, update, UseStore } from "idb-keyval"
import { isStale, type Entry } from "../lib/queue"
import type { CatalogVariant, Shift } from "../lib/types"
import { noteUnsent } from "../../../lib/unsent"

/**
 * What the cash desk keeps in this browser, a database per company: the queue (one row per sale, changed in transactions of
 * its own, so that two tabs never write over each other), the snapshot of the goods, and the open shift.
 */

const stores = new Map<string, UseStore>()

function storeOf(kind: "queue" | "goods", companyId: string): UseStore {
  const name = `bozor-pos-${kind}-${companyId}`
  const known = stores.get(name) ?? createStore(name, "rows")
  stores.set(name, known)
  return known
}

const channels = new Map<string, BroadcastChannel | null>()

/** Tells the other tabs, and this one's hooks, that the queue has changed. */
function channelOf(companyId: string): BroadcastChannel | null {
  if (!channels.has(companyId)) {
    const has = typeof BroadcastChannel === "function"
    channels.set(companyId, has ? new BroadcastChannel(`bozor-pos-${companyId}`) : null)
  }
  return channels.get(companyId)!
}

const listeners = new Set<() => void>()

export function onQueueChange(companyId: string, listener: () => void): () => void {
  const channel = channelOf(companyId)
  listeners.add(listener)
  channel?.addEventListener("message", listener)
  return () => {
    listeners.delete(listener)
    channel?.removeEventListener("message", listener)
  }
}

async function changed(companyId: string): Promise<void> {
  listeners.forEach((listener) => listener())
  channelOf(companyId)?.postMessage("changed")
  noteUnsent(companyId, (await readQueue(companyId)).filter(({ state }) => state === "waiting").length)
}

export async function readQueue(companyId: string): Promise<Entry[]> {
  return (await allOf<string, Entry>(storeOf("queue", companyId))).map(([, entry]) => entry)
}

/**
 * Writes a new sale; when this returns, it outlives the tab. An id that another sale has already (a copied tab copies its
 * basket too) is left alone.
 * @returns whether it was written
 */
export async function putEntry(entry: Entry): Promise<boolean> {
  let isNew = false
  await update<Entry>(
    entry.client_id,
    (known) => {
      isNew = !known || (known.state === "refused" && !known.is_told)
      return isNew ? entry : known!
    },
    storeOf("queue", entry.company_id)
  )
  await changed(entry.company_id)
  return isNew
}

/** Changes one entry in one transaction. @returns the entry afterwards; null when there is none */
export async function changeEntry(
  companyId: string,
  clientId: string,
  change: (entry: Entry) => Entry
): Promise<Entry | null> {
  const store = storeOf("queue", companyId)
  let after: Entry | null = null
  const isKnown = (await get<Entry>(clientId, store)) !== undefined
  if (isKnown) {
    await update<Entry>(
      clientId,
      (entry) => {
        after = change(entry!)
        return after
      },
      store
    )
    await changed(companyId)
  }
  return after
}

/** Takes back a sale that was refused before anybody said "sold". */
export async function withdraw(companyId: string, clientId: string): Promise<void> {
  await del(clientId, storeOf("queue", companyId))
  await changed(companyId)
}

export async function forgetStale(companyId: string): Promise<void> {
  const stale = (await readQueue(companyId)).filter((entry) => isStale(entry, Date.now()))
  await Promise.all(stale.map(({ client_id }) => del(client_id, storeOf("queue", companyId))))
}

export type Snapshot = { variants: CatalogVariant[]; fetchedAt: number }

export const readSnapshot = (companyId: string) => get<Snapshot>("snapshot", storeOf("goods", companyId))
export const keepSnapshot = (companyId: string, snapshot: Snapshot) =>
  set("snapshot", snapshot, storeOf("goods", companyId))

/** The shift that a person had open when the server was last asked. */
export const readShift = (companyId: string, memberId: string) =>
  get<Shift | null>(`shift:${memberId}`, storeOf("goods", companyId))
export const keepShift = (companyId: string, memberId: string, shift: Shift | null) =>
  set(`shift:${memberId}`, shift, storeOf("goods", companyId))

/** Asks the browser not to clear the queue when the disk gets full. */
export const keepForGood = () => void navigator.storage?.persist?.().catch(() => false)
