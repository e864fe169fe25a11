import { BoundedMap } from "../bounded-map"
import { Fresh } from "../fresh"

const settle = () => new Promise((resolve) => setImmediate(resolve))

/** A source that counts how often it is read, and a clock. */
function source() {
  const state = { reads: 0, now: 0, fails: false, errors: 0 }
  const fresh = new Fresh(
    () => {
      state.reads++
      return state.fails ? Promise.reject(new Error("away")) : Promise.resolve(state.reads)
    },
    { fresh_ms: 10, stale_ms: 30, now: () => state.now, onError: () => state.errors++ }
  )
  return { state, fresh }
}

describe("a value that is kept fresh", () => {
  it("is read once for all who wait, and at hand after that", async () => {
    const { state, fresh } = source()
    expect(fresh.peek()).toBeUndefined()
    expect(await Promise.all([fresh.get(), fresh.get()])).toEqual([1, 1])
    expect(fresh.get()).toBe(1)
    expect(state.reads).toBe(1)
  })

  it("is answered while it is renewed, and waited for when it is old", async () => {
    const { state, fresh } = source()
    await fresh.get()
    state.now = 15
    expect(fresh.get()).toBe(1)
    expect(fresh.get()).toBe(1)
    await settle()
    expect(fresh.get()).toBe(2)
    state.now = 100
    expect(await fresh.get()).toBe(3)
  })

  it("survives readings that fail behind callers' backs, and tells of those that they wait for", async () => {
    const { state, fresh } = source()
    await fresh.get()
    state.fails = true
    state.now = 15
    expect(fresh.get()).toBe(1)
    await settle()
    expect(state.errors).toBe(1)
    state.now = 100
    await expect(fresh.get()).rejects.toThrow("away")
    state.fails = false
    expect(await fresh.get()).toBe(4)
  })

  it("is read once more for all changes that come while it is being read", async () => {
    const { state, fresh } = source()
    const first = fresh.refresh()
    const [second, third] = [fresh.refresh(), fresh.refresh()]
    expect(await Promise.all([first, second, third])).toEqual([1, 2, 2])
    expect(state.reads).toBe(2)
  })

  it("is not what was being read when it expired", async () => {
    const { fresh } = source()
    const early = fresh.get()
    fresh.expire()
    await early
    expect(fresh.peek()).toBeUndefined()
    expect(await fresh.get()).toBe(2)
  })
})

describe("a bounded map", () => {
  it("forgets what was used longest ago", () => {
    const map = new BoundedMap<string, number>(2)
    map.set("a", 1)
    map.set("b", 2)
    map.get("a")
    map.set("c", 3)
    expect([map.get("a"), map.get("b"), map.get("c"), map.size]).toEqual([1, undefined, 3, 2])
    map.delete("a")
    expect([...map.values()]).toEqual([3])
    map.clear()
    expect(map.size).toBe(0)
  })
})
