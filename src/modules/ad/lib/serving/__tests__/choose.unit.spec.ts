import fc from "fast-check"
import { foldMoment, readTarget } from "../../target"
import { chooseAds, expectedMilli, isAffordable } from "../choose"
import { Meter } from "../meter"
import { ShowableAd } from "../types"
import { makeAd, makeCounted, makeIndexOf } from "./ads"

/** Noon of 21 November 2026 in Tashkent. */
const NOON = Date.parse("2026-11-21T07:00:00Z")
const DAY = 86_400_000

/** A small generator with a seed (mulberry32): the same choice every time. */
function seeded(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), 1 | state)
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits
    return ((bits ^ (bits >>> 14)) >>> 0) / 4294967296
  }
}

const moment = foldMoment({ locale: "uz", hour: 12 })
const nobody = { own_companies: undefined, seen: () => 0, channel_ids: ["web"] }

function choose(
  ads: ShowableAd[],
  { seed = 1, limit = 3, now = NOON, viewer = nobody as Parameters<typeof chooseAds>[1]["viewer"] } = {}
) {
  const meter = new Meter()
  meter.adopt(makeIndexOf(ads))
  return chooseAds(ads, { moment, viewer, limit, now }, meter, seeded(seed)).map(({ id }) => id)
}

describe("choosing ads", () => {
  it("shows no company twice while there is another, and the market's own where room is left", () => {
    const ads = fc.uniqueArray(
      fc.record({ id: fc.string({ minLength: 1 }), company_id: fc.constantFrom("a", "b", "c", null) }),
      { selector: ({ id }) => id, maxLength: 12 }
    )
    fc.assert(
      fc.property(ads, fc.integer(), fc.integer({ min: 1, max: 6 }), (facts, seed, limit) => {
        const all = facts.map((one) => makeAd({ ...one, price_tiyin: one.company_id ? 500_000 : 0 }))
        const chosen = choose(all, { seed, limit }).map((id) => all.find((ad) => ad.id === id)!)
        expect(chosen).toHaveLength(Math.min(limit, all.length))
        expect(new Set(chosen).size).toBe(chosen.length)
        const companies = new Set(all.flatMap(({ company_id }) => company_id ?? []))
        const paid = chosen.flatMap(({ company_id }) => company_id ?? [])
        const house = chosen.filter(({ company_id }) => company_id === null).length
        expect(new Set(paid).size).toBe(Math.min(companies.size, limit))
        if (paid.length > new Set(paid).size) {
          expect(house).toBe(all.filter(({ company_id }) => company_id === null).length)
        }
      })
    )
  })

  it("draws by what an impression brings", () => {
    const ads = [
      makeAd({ id: "dear", price_tiyin: 900_000 }),
      makeAd({ id: "cheap", company_id: "b", price_tiyin: 100_000 }),
    ]
    const random = seeded(7)
    const meter = new Meter()
    meter.adopt(makeIndexOf(ads))
    const firsts = Array.from(
      { length: 2_000 },
      () => chooseAds(ads, { moment, viewer: nobody, limit: 1, now: NOON }, meter, random)[0].id
    )
    const dear = firsts.filter((id) => id === "dear").length
    expect(dear / 2_000).toBeGreaterThan(0.86)
    expect(dear / 2_000).toBeLessThan(0.94)
  })

  it("expects of a click what clicks have been, and a hundredth where nothing is known", () => {
    const perClick = { price_model: "cpc" as const, price_tiyin: 20_000 }
    expect(expectedMilli(makeAd(perClick))).toBe(20_000 * 10)
    const good = makeAd({ ...perClick, impressions: 9_800, clicks: 498 })
    expect(expectedMilli(good)).toBe(20_000 * 50)
    expect(expectedMilli(makeAd({ price_tiyin: 500_000 }))).toBe(500_000)
  })

  it.each([
    [{ starts_at: NOON + 1 }, false],
    [{ starts_at: NOON }, true],
    [{ ends_at: NOON }, false],
    [{ target: readTarget({ hours: [11] }) }, false],
    [{ target: readTarget({ hours: [12] }) }, true],
    [{ frequency_cap: 2 }, false],
    [{ frequency_cap: 3 }, true],
    [{ company_id: "own" }, false],
    [{ channel_ids: ["app"] }, false],
    [{ channel_ids: ["app", "web"] }, true],
  ])("asks who looks, and when: %p", (facts, isShown) => {
    const viewer = { own_companies: new Set(["own"]), seen: () => 2, channel_ids: ["web"] }
    expect(choose([makeAd(facts)], { viewer })).toEqual(isShown ? ["ad_1"] : [])
  })

  it("spreads a day's money over the hours of the day", () => {
    const even = makeAd({ pacing: "even", daily_budget_tiyin: 100_000, price_tiyin: 1_000_000 })
    const spent = (day_tiyin: number, now = NOON, ad = even) => {
      const meter = new Meter()
      meter.adopt(
        makeIndexOf([ad], {
          spent: [{ ad_id: ad.id, spent_tiyin: day_tiyin, day: "2026-11-21", day_tiyin }],
        })
      )
      return isAffordable(ad, meter, now)
    }
    expect(spent(54_000)).toBe(true)
    expect(spent(55_000)).toBe(false)
    expect(spent(55_000, NOON + DAY / 24)).toBe(true)
    expect(spent(55_000, NOON, { ...even, pacing: "fast" })).toBe(true)
    expect(spent(100_000, NOON, { ...even, pacing: "fast" })).toBe(false)
    // The night starts with something to spend, whatever the budget.
    expect(spent(0, Date.parse("2026-11-20T19:00:00Z"))).toBe(true)
    // Two of four chosen hours are over.
    const evening = { ...even, target: readTarget({ hours: [10, 11, 18, 19] }) }
    expect(spent(54_000, NOON, evening)).toBe(true)
    expect(spent(55_000, NOON, evening)).toBe(false)
    // Without a daily budget the total is shared by the days that are left.
    const total = {
      ...even,
      daily_budget_tiyin: null,
      total_budget_tiyin: 200_000,
      ends_at: NOON + DAY,
    }
    expect(spent(54_000, NOON, total)).toBe(true)
    expect(spent(55_000, NOON, total)).toBe(false)
  })

  it("stops where the budget, or its company's money, would be passed", () => {
    const ad = makeAd({ total_budget_tiyin: 1_000, price_tiyin: 500_000 })
    const meter = new Meter()
    meter.adopt(makeIndexOf([ad]))
    meter.show(ad)
    expect(isAffordable(ad, meter, NOON)).toBe(true)
    meter.count(makeCounted(), "a")
    expect(isAffordable(ad, meter, NOON)).toBe(true)
    meter.show(ad)
    expect(isAffordable(ad, meter, NOON)).toBe(false)
    // What was shown and never looked at is given back after two intervals.
    meter.tick()
    expect(isAffordable(ad, meter, NOON)).toBe(false)
    meter.tick()
    expect(isAffordable(ad, meter, NOON)).toBe(true)

    const poor = new Meter()
    poor.adopt(makeIndexOf([ad], { funds: new Map([["a", 500]]) }))
    expect(isAffordable(ad, poor, NOON)).toBe(true)
    poor.count(makeCounted(), "a")
    expect(isAffordable(ad, poor, NOON)).toBe(false)
  })
})
