import Redis from "ioredis"

/** One connection per address and process, made when somebody first needs it (house plan, decision 11). */
const clients = new Map<string, Redis>()

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

/** Lets the process end. */
export async function closeRedis(): Promise<void> {
  const all = [...clients.values()]
  clients.clear()
  await Promise.all(all.map((client) => client.quit().catch(() => client.disconnect())))
}
