import fc from "fast-check"
import { addDays } from "../../../../lib/periods"
import { changeOf, shareOf } from "../change"
import { lengthOf, narrowTo, PERIODS, readChosen, spanOf, stepsFor, usualStep, writeChosen } from "../period"
import { expensesPlace, goodsPlace, salesPlace } from "../places"
import { Figures, FIGURES } from "../types"
import { placeOn, waterfallOf } from "../waterfall"

const TODAY = "2026-11-21"
const figures = (some: Partial<Figures>): Figures => ({
  ...(Object.fromEntries(FIGURES.map((name) => [name, 0])) as Figures),
  ...some,
})
const read = (search: string) => readChosen(new URLSearchParams(search), TODAY)

describe("periods", () => {
  it.each([
    ["today", "2026-11-21", "2026-11-21"],
    ["7d", "2026-11-15", "2026-11-21"],
    ["30d", "2026-10-23", "2026-11-21"],
    ["month", "2026-11-01", "2026-11-21"],
    ["last_month", "2026-10-01", "2026-10-31"],
    ["quarter", "2026-10-01", "2026-11-21"],
    ["year", "2026-01-01", "2026-11-21"],
  ] as const)("%s is %s…%s", (period, from, to) => {
    expect(spanOf(period, TODAY)).toEqual({ from, to })
  })

  it("knows leap days and turns of the year", () => {
    expect(spanOf("last_month", "2028-03-15")).toEqual({ from: "2028-02-01", to: "2028-02-29" })
    expect(spanOf("last_month", "2026-01-31")).toEqual({ from: "2025-12-01", to: "2025-12-31" })
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29")
    expect(lengthOf({ from: "2028-01-01", to: "2028-12-31" })).toBe(366)
  })

  it("every named period ends today or before, and has at least a day", () => {
    const someDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays("2000-01-01", days))
    fc.assert(
      fc.property(someDay, fc.constantFrom(...PERIODS.filter((name) => name !== "own")), (today, period) => {
        const span = spanOf(period, today)
        expect(span.to <= today && span.from <= span.to && lengthOf(span) <= 366).toBe(true)
        expect(stepsFor(span)).toContain(usualStep(span))
      })
    )
  })

  it("is read from an address that anybody may have typed", () => {
    expect(read("")).toMatchObject({ period: "30d", by: "day", compare: "previous" })
    expect(read("period=own&from=2026-02-01&to=2026-03-31&compare=none")).toEqual({
      period: "own",
      from: "2026-02-01",
      to: "2026-03-31",
      by: "week",
      compare: "none",
    })
    for (const wrong of [
      "period=own",
      "period=own&from=2026-02-30&to=2026-03-01",
      "period=own&from=2026-03-02&to=2026-03-01",
      "period=own&from=2020-01-01&to=2026-01-01",
      "period=century&by=hour&compare=all",
    ]) {
      expect(read(wrong)).toMatchObject({ period: "30d", from: "2026-10-23", by: "day" })
    }
  })

  it("a new period takes the step that suits it, and leaves the rest of the address alone", () => {
    const next = writeChosen(
      new URLSearchParams("view=cash&period=own&from=2026-01-01&to=2026-01-02&by=day"),
      {
        period: "year",
      }
    )
    expect(next.toString()).toBe("view=cash&period=year")
    expect(readChosen(next, TODAY)).toMatchObject({ by: "month", from: "2026-01-01" })
    expect(read("period=today&by=month").by).toBe("day")
  })

  it("a bar of a month leads to its days; a day leads away", () => {
    const month = { from: "2026-02-01", to: "2026-02-28" }
    expect(narrowTo(month)).toEqual({ period: "own", ...month })
    expect(narrowTo({ from: TODAY, to: TODAY })).toBeNull()
    const next = writeChosen(new URLSearchParams("period=year&by=month"), narrowTo(month)!)
    expect(readChosen(next, TODAY)).toMatchObject({ ...month, by: "day" })
  })
})

describe("changes", () => {
  it.each([
    [150, 100, { difference: 50, percent: 50, direction: "up" }],
    [100, 150, { difference: -50, percent: -33.3, direction: "down" }],
    [100, 100, { difference: 0, percent: 0, direction: "same" }],
    [100, 0, { difference: 100, percent: null, direction: "up" }],
    [-50, -100, { difference: 50, percent: 50, direction: "up" }],
    [50, -100, { difference: 150, percent: null, direction: "up" }],
  ])("from %d before to %d", (now, before, change) => {
    expect(changeOf(now, before)).toEqual(change)
  })

  it("a share of nothing is none", () => {
    expect([shareOf(1, 3), shareOf(5, 0)]).toEqual([33.3, 0])
  })
})

describe("waterfall", () => {
  const shop = figures({
    revenue: 1000,
    cost: 600,
    markup_profit: 400,
    expenses: 450,
    commission: 50,
    ad_spend: 0,
    net_profit: -100,
  })

  it("goes down from revenue to net profit, below zero where there is a loss", () => {
    const { steps, low, high } = waterfallOf(shop)
    expect(steps.map(({ figure, amount, low, high }) => [figure, amount, low, high])).toEqual([
      ["revenue", 1000, 0, 1000],
      ["cost", -600, 400, 1000],
      ["markup_profit", 400, 0, 400],
      ["expenses", -450, -50, 400],
      ["commission", -50, -100, -50],
      ["ad_spend", 0, -100, -100],
      ["net_profit", -100, -100, 0],
    ])
    expect([low, high]).toEqual([-100, 1000])
  })

  it("a commission given back is a step up", () => {
    const { steps } = waterfallOf(
      figures({ revenue: -100, markup_profit: -100, commission: -5, net_profit: -95 })
    )
    expect(steps.find(({ figure }) => figure === "commission")).toMatchObject({
      amount: 5,
      low: -100,
      high: -95,
    })
  })

  it("every bar lies on the scale", () => {
    const amount = fc.integer({ min: -1_000_000, max: 1_000_000 })
    fc.assert(
      fc.property(amount, amount, amount, amount, amount, (revenue, cost, expenses, commission, ad_spend) => {
        const markup_profit = revenue - cost
        const net_profit = markup_profit - expenses - commission - ad_spend
        const scale = waterfallOf(
          figures({ revenue, cost, markup_profit, expenses, commission, ad_spend, net_profit })
        )
        for (const step of scale.steps) {
          const { start, size } = placeOn(scale, step)
          expect(start >= -1e-9 && start + size <= 100 + 1e-9).toBe(true)
        }
      })
    )
  })

  it("of nothing shows nothing", () => {
    expect(placeOn(waterfallOf(figures({})), { low: 0, high: 0 })).toEqual({ start: 0, size: 0 })
  })
})

it("figures lead to what they are made of", () => {
  const span = { from: "2026-11-01", to: "2026-11-30" }
  expect(salesPlace(span, { channel: "web" })).toBe("/shop/sales?from=2026-11-01&to=2026-11-30&channel=web")
  expect(expensesPlace({}, { status: "submitted" })).toBe("/shop/expenses?status=submitted")
  expect(expensesPlace(span, { category_id: "rent" })).toBe(
    "/shop/expenses?from=2026-11-01&to=2026-11-30&category_id=rent"
  )
  expect([goodsPlace("list_1"), goodsPlace(null)]).toEqual(["/shop/warehouse/list_1", null])
})
