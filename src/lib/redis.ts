import Redis from "ioredis"

/** One connection per address and process, made when somebody first needs it (house plan, decision 11). */
const clients = new Map<string, Redis>()
/** Connections that only listen. */
const listeners: Redis[] = []

/** The shared client. Commands fail at once while Redis is away, so that a shopper never waits for it. */
export function redisClient(url: string): Redis {
  const known = clients.get(url)
  if (known) {
    return known
  }
  const client = new Redis(url, { maxRetriesPerRequest: 1, connectTimeout: 2_000, lazyConnect: false })
  // Without a listener ioredis prints each failed attempt to reconnect; the commands themselves fail and say so.
  client.on("error", () => undefined)
  clients.set(url, client)
  return client
}

/**
 * Listens to a channel, over a connection that does nothing else. It comes back by itself when Redis does; what was said
 * meanwhile is lost.
 */
export function listenToRedis(url: string, channel: string, onMessage: (text: string) => void): void {
  const client = redisClient(url).duplicate({ maxRetriesPerRequest: null, lazyConnect: false })
  client.on("error", () => undefined)
  client.on("message", (_, text: string) => onMessage(text))
  client.subscribe(channel).catch(() => undefined)
  listeners.push(client)
}

/** Lets the process end. */
export async function closeRedis(): Promise<void> {
  // They have nothing to finish, and would wait for a Redis that is away.
  listeners.splice(0).forEach((client) => client.disconnect())
  const all = [...clients.values()]
  clients.clear()
  await Promise.all(all.map((client) => client.quit().catch(() => client.disconnect())))
}
