import Redis from "ioredis"

/**
 * With Redis (`TEST_REDIS=1`), events reach their subscribers when the test that caused them may be over already. Each test
 * waits until its own (and the jobs of the clock) have been dealt with, and forgets the retries of those that failed: the
 * next one starts from the same rows, with the same ids.
 */

const EVENTS = "RedisEventBusService:events-queue"
const JOBS = "bull:medusa-workflows-jobs"
const PATIENCE_MS = 20_000
const QUIET_MS = 50

const { REDIS_URL } = process.env

if (REDIS_URL) {
  const redis = new Redis(REDIS_URL)

  const isBusy = async () => {
    const lengths = await Promise.all(
      // What has a priority, as Medusa's events have, waits in a sorted set.
      [EVENTS, JOBS].flatMap((queue) => [
        redis.llen(`${queue}:wait`),
        redis.zcard(`${queue}:prioritized`),
        redis.llen(`${queue}:active`),
      ])
    )
    return lengths.some((length) => length > 0)
  }

  afterEach(async () => {
    const deadline = Date.now() + PATIENCE_MS
    // Twice in a row: a subscriber that has just ended may have emitted something.
    for (let quiet = 0; quiet < 2 && Date.now() < deadline;) {
      quiet = (await isBusy()) ? 0 : quiet + 1
      await new Promise((resolve) => setTimeout(resolve, QUIET_MS))
    }
    await redis.del(`${EVENTS}:delayed`)
  })

  afterAll(() => redis.disconnect())
}
