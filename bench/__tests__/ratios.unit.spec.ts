import fc from "fast-check"
import { median, percentile } from "../ratios"
import { atLeast, goalsOf } from "../store/goals"
import type { Figure } from "../store/measure"
import { rounded } from "../store/report"
import { NAMES } from "../store/targets"

const values = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 300 })
const ascending = (list: number[]) => [...list].sort((a, b) => a - b)

const figure = (name: string, per_second: number, p50_ms = 1): Figure => ({
  name,
  per_second,
  p50_ms,
  p99_ms: p50_ms,
  node_cpu_ms: 0,
  postgres_cpu_ms: null,
  statements: 0,
  answer_bytes: 0,
  calls: 1,
})

describe("the arithmetic of the measurements", () => {
  it("takes the nearest rank", () => {
    const tenth = Array.from({ length: 100 }, (_, at) => at + 1)
    expect([50, 99, 100].map((part) => percentile(tenth, part))).toEqual([50, 99, 100])
    expect(percentile([7], 99)).toBe(7)
    expect(percentile([], 50)).toBeNaN()
    expect(median([3, 1, 2])).toBe(2)
    expect(median([4, 1, 2, 3])).toBe(2.5)
  })

  it("names a value that is there, which that part does not exceed", () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 100 }), (list, part) => {
        const found = percentile(ascending(list), part)
        expect(list).toContain(found)
        expect(list.filter((value) => value <= found).length).toBeGreaterThanOrEqual(
          (part / 100) * list.length
        )
        expect(list.filter((value) => value < found).length).toBeLessThan((part / 100) * list.length)
      })
    )
  })

  it("grows with the part", () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 99 }), (list, part) => {
        const sorted = ascending(list)
        expect(percentile(sorted, part)).toBeLessThanOrEqual(percentile(sorted, part + 1))
      })
    )
  })

  it("compares only what was measured, and says what is met", () => {
    const figures = [
      figure(NAMES.catalogList, 1_000),
      figure(NAMES.vanillaList, 20),
      figure(NAMES.floorList, 4_000),
    ]
    const goals = goalsOf([{ products: 2_000, rebuild_ms: 1, figures, left_out: [] }])
    expect(goals.map(({ value, goal, is_met }) => [value, goal, is_met])).toEqual([
      [50, "≥ 50", true],
      [0.25, "≥ 0.45", false],
    ])
    expect(atLeast("x", 3)).toEqual({ what: "x", value: 3 })
  })

  it("compares latencies among many goods to those among few", () => {
    const [few, many] = [2, 3.5].map((p50, at) => ({
      products: [2_000, 100_000][at],
      rebuild_ms: 1,
      figures: [figure(NAMES.search, 1, p50)],
      left_out: [],
    }))
    const [growth] = goalsOf([few, many])
    expect(growth).toMatchObject({ value: 1.75, goal: "≤ 1.5", is_met: false })
  })

  it("shows three figures", () => {
    expect([0.204, 4.567, 17.34, 2_345.6, 12_345].map(rounded)).toEqual([
      "0.20",
      "4.57",
      "17.3",
      "2 346",
      "12 345",
    ])
  })
})
