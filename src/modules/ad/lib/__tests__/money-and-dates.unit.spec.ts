import fc from "fast-check"
import { checkChange } from "../change"
import { AdRow } from "../rows"
import { checkDates, checkDraftDates, checkNewDates } from "../dates"
import { AdMoney, changesMoney, checkDraftMoney, checkMoney } from "../money"
import { PLACEMENTS } from "../placements"

const code = (work: () => void) => {
  try {
    work()
    return null
  } catch (error) {
    return (error as { code: string }).code
  }
}
const place = PLACEMENTS[0]
const nothing = { total_tiyin: 0, today_tiyin: 0 }
const tiyin = fc.integer({ min: 0, max: 10 ** 14 })
const money: fc.Arbitrary<AdMoney> = fc.record({
  price_model: fc.constantFrom("cpm" as const, "cpc" as const),
  price_tiyin: fc.oneof(tiyin, fc.integer({ min: 0, max: 1_000_000 })),
  total_budget_tiyin: fc.option(tiyin),
  daily_budget_tiyin: fc.option(tiyin),
})

describe("the money of an ad", () => {
  const whole: AdMoney = {
    price_model: "cpm",
    price_tiyin: 500_000,
    total_budget_tiyin: 10_000_000,
    daily_budget_tiyin: 1_000_000,
  }

  it.each([
    [{}, nothing, null],
    [{ daily_budget_tiyin: null }, nothing, null],
    [{ price_tiyin: 499_999 }, nothing, "AD_PRICE_TOO_LOW"],
    [{ price_model: "cpc", price_tiyin: 24_999 }, nothing, "AD_PRICE_TOO_LOW"],
    [{ total_budget_tiyin: null }, nothing, "AD_BUDGET_MISSING"],
    [{ total_budget_tiyin: 999_999 }, nothing, "AD_DAILY_ABOVE_TOTAL"],
    [{ price_model: "cpc", daily_budget_tiyin: 499_999 }, nothing, "AD_BUDGET_TOO_SMALL"],
    [{ daily_budget_tiyin: 499 }, nothing, "AD_BUDGET_TOO_SMALL"],
    [{}, { total_tiyin: 10_000_000, today_tiyin: 1_000_000 }, null],
    [{}, { total_tiyin: 10_000_001, today_tiyin: 0 }, "AD_BUDGET_BELOW_SPENT"],
    [{}, { total_tiyin: 0, today_tiyin: 1_000_001 }, "AD_BUDGET_BELOW_SPENT"],
  ] as const)("%j with %j spent: %s", (change, spent, expected) => {
    expect(code(() => checkMoney({ ...whole, ...change }, place, spent))).toBe(expected)
  })

  it("of an older system's ad is asked for with more days, not for what it has", () => {
    const now = new Date("2026-11-21T09:00:00Z")
    const on = (day: number) => new Date(now.getTime() + day * 86_400_000)
    const free = { kind: "banner", placement: place.code, starts_at: null, ends_at: on(9) } as AdRow
    const old = { ...free, ...whole, price_tiyin: 0, total_budget_tiyin: null, daily_budget_tiyin: null }
    const change = (from: Partial<AdRow>, to: Partial<AdRow>) =>
      code(() => checkChange({ ...old, ...from }, { ...old, ...to }, place, nothing, now))
    expect(change({}, { name: "another" })).toBeNull()
    expect(change({}, { ends_at: on(2) })).toBeNull()
    expect(change({}, { ends_at: on(10) })).toBe("AD_PRICE_TOO_LOW")
    expect(change({ ends_at: null }, { ends_at: on(1) })).toBe("AD_PRICE_TOO_LOW")
    expect(change({ ends_at: null }, { ...whole, ends_at: on(1) })).toBeNull()
  })

  it("that passes is at least its place's minimum, pays for one showing, and keeps its budgets in order", () => {
    fc.assert(
      fc.property(money, tiyin, tiyin, (ad, total_tiyin, today_tiyin) => {
        if (code(() => checkMoney(ad, place, { total_tiyin, today_tiyin })) !== null) {
          return
        }
        const { price_model, price_tiyin, total_budget_tiyin: total, daily_budget_tiyin: daily } = ad
        const unit = price_model === "cpc" ? price_tiyin : price_tiyin / 1000
        expect(price_tiyin).toBeGreaterThanOrEqual(
          price_model === "cpc" ? place.minimum_cpc_tiyin : place.minimum_cpm_tiyin
        )
        expect(total!).toBeGreaterThanOrEqual(Math.max(unit, total_tiyin, daily ?? 0))
        expect(daily ?? Infinity).toBeGreaterThanOrEqual(Math.max(unit, today_tiyin))
      }),
      { numRuns: 500 }
    )
  })

  it("that passes has passed as a draft; the same again is no change", () => {
    fc.assert(
      fc.property(money, (ad) => {
        const passes = code(() => checkMoney(ad, place, nothing)) === null
        expect(passes && code(() => checkDraftMoney(ad)) !== null).toBe(false)
        expect(changesMoney(ad, { ...ad })).toBe(false)
      })
    )
  })
})

describe("the days of an ad", () => {
  const now = new Date("2026-11-21T09:00:00Z")
  const at = (hours: number | null) => (hours === null ? null : new Date(now.getTime() + hours * 3_600_000))
  const dates = (starts: number | null, ends: number | null) => ({ starts_at: at(starts), ends_at: at(ends) })

  it.each([
    [null, 1, null],
    [-5, 1, null],
    [1, 2, null],
    [null, null, "AD_END_MISSING"],
    [null, 0, "AD_END_IN_PAST"],
    [2, 1, "AD_DATES_WRONG"],
    [1, 1, "AD_DATES_WRONG"],
    [null, 24 * 732, "AD_DATES_WRONG"],
  ])("from %j to %j hours from now: %s", (starts, ends, expected) => {
    expect(code(() => checkDates(dates(starts, ends), now))).toBe(expected)
  })

  it("may be changed while the end lies ahead, or is this moment; what is not touched is not looked at", () => {
    const change = (from: ReturnType<typeof dates>, to: ReturnType<typeof dates>) =>
      code(() => checkNewDates(from, to, now))
    expect(change(dates(-9, 5), dates(-9, 1))).toBeNull()
    expect(change(dates(-9, 5), dates(-9, 0))).toBeNull()
    expect(change(dates(9, 20), dates(9, 0))).toBeNull()
    expect(change(dates(-9, 5), dates(-9, -1))).toBe("AD_END_IN_PAST")
    expect(change(dates(-9, 5), dates(-9, null))).toBe("AD_END_MISSING")
    expect(change(dates(-9, null), dates(-9, null))).toBeNull()
  })

  it("that pass are possible as a draft", () => {
    const hours = fc.option(fc.integer({ min: -20_000, max: 20_000 }))
    fc.assert(
      fc.property(hours, hours, (starts, ends) => {
        const days = dates(starts, ends)
        if (code(() => checkDates(days, now)) === null) {
          expect(code(() => checkDraftDates(days, now))).toBeNull()
          expect(days.ends_at! > now).toBe(true)
        }
      })
    )
  })
})
