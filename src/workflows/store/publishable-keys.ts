import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { BoundedMap } from "../../lib/bounded-map"
import { Fresh } from "../../lib/fresh"

/**
 * Medusa asks the database for the publishable key of every request under `/store`. This answers that one question from
 * memory, and leaves every other use of `query.graph` alone: the middleware that asks stays Medusa's own, and decides for
 * itself about revoked keys. What is kept is a few seconds old at most, and forgotten at once when an event of this process
 * says that keys or their channels have changed. Keys that do not exist are not kept at all.
 */

/** A key is read anew after this time, while callers are still answered… */
const FRESH_MS = 3_000
/** …and nobody is answered with an older one: how long a key may outlive its revocation in another process. */
const STALE_MS = 10_000
const MOST_KEYS = 1_000

type Graph = (question: Question, options?: unknown) => Promise<{ data: unknown[] }>
type Question = { entity?: unknown; fields?: unknown; filters?: unknown }
type Query = { graph: Graph }

/** The question of Medusa's middleware `ensurePublishableApiKey`; a version that asks another is not answered here. */
const FIELDS = ["id", "token", "revoked_at", "sales_channels_link.sales_channel_id"].join()

/** The token that is looked up, where this is that question. */
export function tokenAskedFor({ entity, fields, filters }: Question): string | undefined {
  if (entity !== "api_key" || !Array.isArray(fields) || fields.join() !== FIELDS) {
    return undefined
  }
  const { token, type, ...more } = (filters ?? {}) as { token?: unknown; type?: unknown }
  const isThat = type === "publishable" && typeof token === "string" && Object.keys(more).length === 0
  return isThat ? token : undefined
}

type Key = { revoked_at: Date | string | null; sales_channels_link?: Array<{ sales_channel_id: string }> }

const channels = new WeakMap<Key, readonly string[]>()

/** The same list each time for the same row. */
function channelsOf(key: Key): readonly string[] {
  const ids =
    channels.get(key) ?? (key.sales_channels_link ?? []).map(({ sales_channel_id }) => sales_channel_id)
  channels.set(key, ids)
  return ids
}

class KeyMemory {
  private readonly keys = new BoundedMap<string, Fresh<{ data: unknown[] }>>(MOST_KEYS)
  constructor(
    private readonly graph: Graph,
    private readonly now?: () => number
  ) {}

  async answer(token: string, question: Question, options: unknown): Promise<{ data: unknown[] }> {
    const key = this.keys.get(token) ?? this.remember(token, question, options)
    try {
      const answer = await key.get()
      if (answer.data.length === 0) {
        this.keys.delete(token)
      }
      return answer
    } catch (error) {
      this.keys.delete(token)
      throw error
    }
  }

  /**
   * The sales channels of a key, without waiting: undefined for one that is not in memory, too old there, revoked, or that
   * leads nowhere. What may be a little old is read anew behind, as for every other request.
   */
  peek(token: string): readonly string[] | undefined {
    const answer = this.keys.get(token)?.get()
    if (answer instanceof Promise) {
      // The request goes the long way, which waits for the same answer and says what is wrong with it.
      answer.catch(() => undefined)
      return undefined
    }
    const key = answer?.data[0] as Key | undefined
    const isRevoked = !!key?.revoked_at && new Date(key.revoked_at).getTime() <= Date.now()
    return key && !isRevoked ? channelsOf(key) : undefined
  }

  forget(): void {
    for (const key of this.keys.values()) {
      key.expire()
    }
    this.keys.clear()
  }

  private remember(token: string, question: Question, options: unknown): Fresh<{ data: unknown[] }> {
    const key = new Fresh(() => this.graph(question, options), {
      fresh_ms: FRESH_MS,
      stale_ms: STALE_MS,
      now: this.now,
    })
    this.keys.set(token, key)
    return key
  }
}

const memories = new WeakMap<object, KeyMemory>()

/**
 * Teaches `query` to answer from memory; doing it again changes nothing.
 * @param now milliseconds, for tests
 */
export function keepPublishableKeys(query: Query, now?: () => number): void {
  if (memories.has(query)) {
    return
  }
  const graph = query.graph.bind(query) as Graph
  const memory = new KeyMemory(graph, now)
  memories.set(query, memory)
  query.graph = (question, options) => {
    const token = tokenAskedFor(question)
    return token === undefined ? graph(question, options) : memory.answer(token, question, options)
  }
}

/**
 * The sales channels that a publishable key leads to, from memory alone: undefined where it is not there or not to be relied
 * on, and the request has to go the long way. It is as old as `keepPublishableKeys` lets it become, and no older.
 */
export function peekPublishableKey(container: MedusaContainer, token: string): readonly string[] | undefined {
  return memories.get(container.resolve(ContainerRegistrationKeys.QUERY) as unknown as object)?.peek(token)
}

/** The next request reads its key from the database. Call it where a key or its channels have changed. */
export function forgetPublishableKeys(container: MedusaContainer): void {
  memories.get(container.resolve(ContainerRegistrationKeys.QUERY) as unknown as object)?.forget()
}
