import fc from "fast-check"
import { Purse, settle } from "../settle"
import { Counted } from "../types"
import { makeCounted } from "./ads"

const purse = (facts: Partial<Purse> = {}): Purse => ({
  spent_tiyin: 0,
  total_budget_tiyin: null,
  daily_budget_tiyin: null,
  rest_milli: 0,
  ...facts,
})
const on = (day: string, ...counted: Counted[]) => counted.map((one) => ({ ...one, day }))
const nothing = () => 0
const impressions = (count: number, price_tiyin: number) =>
  Array.from({ length: count }, () => makeCounted({ price_tiyin }))

describe("what counted impressions and clicks cost", () => {
  it("is exact for any number of impressions, in whatever batches", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_000_000 }),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 20 }),
        (price, batches) => {
          let rest_milli = 0
          let spent = 0
          for (const size of batches) {
            const settled = settle(purse({ rest_milli }), on("d", ...impressions(size, price)), nothing)
            rest_milli = settled.rest_milli
            spent += settled.days[0].spent_tiyin
          }
          const count = batches.reduce((sum, size) => sum + size, 0)
          expect(spent).toBe(Math.floor((count * price) / 1_000))
        }
      )
    )
  })

  it("is never more than the budgets, and what is beyond them is free", () => {
    const batch = fc.array(
      fc.record({
        kind: fc.constantFrom("impression" as const, "click" as const),
        price_model: fc.constantFrom("cpm" as const, "cpc" as const),
        price_tiyin: fc.integer({ min: 0, max: 5_000 }),
        day: fc.constantFrom("d1", "d2"),
      }),
      { maxLength: 60 }
    )
    const budget = fc.option(fc.integer({ min: 0, max: 20_000 }))
    fc.assert(
      fc.property(batch, budget, budget, (events, total_budget_tiyin, daily_budget_tiyin) => {
        const counted = events.map((facts) => ({ ...makeCounted(facts), day: facts.day }))
        const { days, charged_nonces } = settle(
          purse({ total_budget_tiyin, daily_budget_tiyin }),
          counted,
          nothing
        )
        const spent = days.reduce((sum, day) => sum + day.spent_tiyin, 0)
        expect(spent).toBeLessThanOrEqual(total_budget_tiyin ?? Infinity)
        for (const day of days) {
          expect(day.spent_tiyin).toBeLessThanOrEqual(daily_budget_tiyin ?? Infinity)
        }
        const counts = days.reduce((sum, day) => sum + day.impressions + day.clicks, 0)
        const free = days.reduce((sum, day) => sum + day.free_impressions + day.free_clicks, 0)
        expect(counts).toBe(counted.length)
        expect(free + charged_nonces.size).toBeLessThanOrEqual(counts)
      })
    )
  })

  it("uses a budget up to its last impression", () => {
    const { days } = settle(purse({ total_budget_tiyin: 10 }), on("d", ...impressions(25, 1_000)), nothing)
    expect(days).toEqual([
      {
        day: "d",
        impressions: 25,
        clicks: 0,
        free_impressions: 15,
        free_clicks: 0,
        spent_tiyin: 10,
      },
    ])
  })

  it("counts what the day has spent before, and leaves a click that was paid within the hour", () => {
    const clicks = [1, 2].map(() => makeCounted({ kind: "click", price_model: "cpc", price_tiyin: 300 }))
    const tight = purse({ daily_budget_tiyin: 1_000 })
    expect(settle(tight, on("d", ...clicks), () => 500).days[0]).toMatchObject({
      clicks: 2,
      free_clicks: 1,
      spent_tiyin: 300,
    })
    const repeated = settle(purse(), on("d", ...clicks), nothing, () => true)
    expect(repeated.days[0]).toMatchObject({ clicks: 2, free_clicks: 2, spent_tiyin: 0 })
  })

  it("is nothing for the market's own ads, and nothing of that is called free", () => {
    const { days } = settle(purse(), on("d", ...impressions(3, 0)), nothing)
    expect(days[0]).toMatchObject({ impressions: 3, free_impressions: 0, spent_tiyin: 0 })
  })
})
