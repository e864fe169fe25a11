import fc from "fast-check"
import { GOODS } from "../../../integration-tests/relevance/goods"
import { measure } from "../../../integration-tests/relevance/measure"
import { HELD_OUT, KINDS, QUERIES, SCRIPTS } from "../../../integration-tests/relevance/queries"
import { ndcgAt10, zeroRate } from "../../../integration-tests/relevance/score"
import { shortfalls } from "../../../integration-tests/relevance/thresholds"
import { isEan } from "../../../src/lib/barcode"

const grades = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 30 })

describe("NDCG@10", () => {
  it("is worked out as its authors do", () => {
    // (7 + 3/log2(4)) / (7 + 3/log2(3))
    expect(ndcgAt10([3, 0, 2], [3, 2])).toBeCloseTo((7 + 3 / 2) / (7 + 3 / Math.log2(3)), 10)
    expect(ndcgAt10([0, 0, 0], [3])).toBe(0)
    expect(ndcgAt10([], [3])).toBe(0)
    expect(ndcgAt10([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3], [3])).toBe(0)
  })

  it("is 1 for the best order, and no order has more", () => {
    fc.assert(
      fc.property(grades, fc.integer(), (all, seed) => {
        const best = [...all].sort((a, b) => b - a)
        expect(ndcgAt10(best, all)).toBe(1)
        const turned = [
          ...all.slice(Math.abs(seed) % all.length),
          ...all.slice(0, Math.abs(seed) % all.length),
        ]
        const score = ndcgAt10(turned, all)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1 + 1e-9)
      })
    )
  })
})

describe("zeroRate", () => {
  it("is the part of answers that are empty", () => {
    expect(zeroRate([0, 3, 1, 0])).toBe(0.5)
    expect(zeroRate([])).toBe(0)
  })
})

describe("the judged set", () => {
  it("has at least 150 queries in three scripts, all kinds, and none twice", () => {
    expect(QUERIES.length).toBeGreaterThanOrEqual(150)
    const all = [...QUERIES, ...HELD_OUT]
    expect(new Set(all.map(({ q }) => q)).size).toBe(all.length)
    for (const script of SCRIPTS) {
      expect(QUERIES.filter((query) => query.script === script).length).toBeGreaterThanOrEqual(25)
    }
    for (const kind of KINDS) {
      expect(QUERIES.filter((query) => query.kind === kind).length).toBeGreaterThanOrEqual(8)
    }
  })

  it("has goods with barcodes and codes of their own", () => {
    expect(GOODS.length).toBeGreaterThanOrEqual(350)
    expect(new Set(GOODS.map(({ barcode }) => barcode)).size).toBe(GOODS.length)
    expect(new Set(GOODS.map(({ sku }) => sku)).size).toBe(GOODS.length)
    expect(GOODS.every(({ barcode }) => isEan(barcode))).toBe(true)
  })

  it("gives an engine that knows the grades 1, and one that knows nothing 0 and an earful", async () => {
    const gradesOf = new Map([...QUERIES, ...HELD_OUT].map(({ q, grades: judged }) => [q, judged]))
    const knowing = await measure("postgres", async (q) => {
      const ids = [...gradesOf.get(q)!].sort(([, a], [, b]) => b - a).map(([id]) => id)
      return { ids: ids.slice(0, 10), count: ids.length }
    })
    expect(knowing).toMatchObject({ all: { ndcg: 1, zero_rate: 0 }, held_out: { ndcg: 1 }, silence: 1 })
    expect(shortfalls(knowing)).toEqual([])
    const ignorant = await measure("postgres", async () => ({ ids: [], count: 0 }))
    expect(ignorant).toMatchObject({ all: { ndcg: 0, zero_rate: 1 }, silence: 1 })
    expect(shortfalls(ignorant).length).toBe(KINDS.length + 1)
  })
})
