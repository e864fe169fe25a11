import { redisClient } from "./redis"

/**
 * How often something may be tried in a window of time, counted from the first try. Shared by all processes where there is a
 * Redis; else each process counts for itself. While Redis is away the process counts for itself too, and no try is free.
 */
export interface RateLimit {
  /**
   * Counts one try.
   * @param key who tries what
   * @returns whether it is among the first `tries` of its window
   */
  take(key: string, tries: number, windowSeconds: number): Promise<boolean>
}

/** Counters of more keys than these are forgotten oldest first: memory stays bounded whoever tries. */
const MOST_KEYS = 100_000

/** Counts in this process. @param now milliseconds, for tests */
export function memoryRateLimit(now: () => number = Date.now): RateLimit {
  const windows = new Map<string, { count: number; ends: number }>()
  return {
    take(key, tries, windowSeconds) {
      const at = now()
      const open = windows.get(key)
      const window = open && open.ends > at ? open : { count: 0, ends: at + windowSeconds * 1_000 }
      window.count++
      windows.delete(key)
      windows.set(key, window)
      if (windows.size > MOST_KEYS) {
        windows.delete(windows.keys().next().value!)
      }
      return Promise.resolve(window.count <= tries)
    },
  }
}

/** One step in Redis, so that a counter can never be left without its end. */
const TAKE = `local n = redis.call("INCR", KEYS[1])
if n == 1 then redis.call("PEXPIRE", KEYS[1], ARGV[1]) end
return n`

/** Counts in Redis. */
export function redisRateLimit(url: string): RateLimit {
  const fallback = memoryRateLimit()
  return {
    async take(key, tries, windowSeconds) {
      try {
        const count = await redisClient(url).eval(
          TAKE,
          1,
          `bozor:limit:${key}`,
          Math.round(windowSeconds * 1_000)
        )
        return Number(count) <= tries
      } catch {
        return fallback.take(key, tries, windowSeconds)
      }
    },
  }
}

const limits = new Map<string, RateLimit>()

/** The limits of this process: in Redis where one is named. */
export function rateLimit(redisUrl?: string): RateLimit {
  const key = redisUrl ?? ""
  const limit = limits.get(key) ?? (redisUrl ? redisRateLimit(redisUrl) : memoryRateLimit())
  limits.set(key, limit)
  return limit
}
