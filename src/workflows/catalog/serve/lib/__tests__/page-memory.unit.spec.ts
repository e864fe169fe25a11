import fc from "fast-check"
import { PageMemory } from "../page-memory"

type Page = { bytes: number }

describe("the memory of pages", () => {
  it("never holds more bytes than it may, and knows what it holds", () => {
    const step = fc.record({
      act: fc.constantFrom("set", "get", "grow", "delete"),
      key: fc.constantFrom("a", "b", "c", "d", "e", "f"),
      bytes: fc.integer({ min: 0, max: 4_000 }),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.integer({ min: 0, max: 9_000 }), (steps, most) => {
        const memory = new PageMemory<Page>(most)
        const pages = new Map<string, Page>()
        for (const { act, key, bytes } of steps) {
          const page = pages.get(key)
          if (act === "set") {
            const one = { bytes }
            pages.set(key, one)
            memory.set(key, one)
          } else if (act === "get") {
            const found = memory.get(key)
            expect(found === undefined || found === page).toBe(true)
          } else if (act === "grow" && page) {
            page.bytes += bytes
            memory.grown(key, page)
          } else if (act === "delete") {
            memory.delete(key)
          }
          expect(memory.bytes).toBeLessThanOrEqual(most)
          expect(memory.bytes).toBeGreaterThanOrEqual(0)
          expect(memory.size === 0).toBe(memory.bytes === 0)
        }
        memory.clear()
        expect([memory.size, memory.bytes]).toEqual([0, 0])
      })
    )
  })

  it("lets go of what was asked for longest ago", () => {
    const memory = new PageMemory<Page>(2_000)
    memory.set("a", { bytes: 100 })
    memory.set("b", { bytes: 100 })
    memory.get("a")
    memory.set("c", { bytes: 100 })
    expect([memory.get("a"), memory.get("b"), memory.get("c")].map(Boolean)).toEqual([true, false, true])
  })

  it("does not keep what there is no room for, nor weigh a page that has been replaced", () => {
    const memory = new PageMemory<Page>(1_000)
    memory.set("a", { bytes: 5_000 })
    expect(memory.size).toBe(0)
    const [old, now] = [{ bytes: 1 }, { bytes: 2 }]
    memory.set("a", old)
    memory.set("a", now)
    memory.grown("a", old)
    expect(memory.get("a")).toBe(now)
  })
})
