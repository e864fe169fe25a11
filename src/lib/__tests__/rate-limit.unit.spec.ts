import { memoryRateLimit } from "../rate-limit"

describe("a rate limit in memory", () => {
  it("lets so many through per window and key, whatever comes at once", async () => {
    let at = 0
    const limit = memoryRateLimit(() => at)
    const all = await Promise.all(Array.from({ length: 20 }, () => limit.take("a", 5, 60)))
    expect(all.filter(Boolean)).toHaveLength(5)
    await expect(limit.take("b", 5, 60)).resolves.toBe(true)
    at = 59_999
    await expect(limit.take("a", 5, 60)).resolves.toBe(false)
    at = 60_000
    await expect(limit.take("a", 5, 60)).resolves.toBe(true)
  })
})
