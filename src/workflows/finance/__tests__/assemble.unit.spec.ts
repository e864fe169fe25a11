import fc from "fast-check"
import { assemble, Read } from "../lib/assemble"
import { Facts, MEASURES } from "../lib/figures"
import { STEPS, stepsOf } from "../lib/periods"
import { withoutCost } from "../lib/without-cost"
import { SummaryWish } from "../types"

const FEBRUARY = { from: "2024-02-01", to: "2024-02-29" }
const wishOf = (more: Partial<SummaryWish> = {}): SummaryWish => ({
  ...FEBRUARY,
  company_id: "comp_1",
  currency_code: "uzs",
  compare: "none",
  by: "day",
  ...more,
})

const factsOf = (said: Partial<Facts>): Facts =>
  ({ ...Object.fromEntries(MEASURES.map((measure) => [measure, "0"])), ...said }) as Facts

const NOTHING: Read = {
  wish: wishOf(),
  compare: null,
  facts: { days: [], payments: [], companies: [] },
  spent: { rows: [], pending: { count: 0, amount_tiyin: 0n } },
  spentBefore: { rows: [] },
}
const expense = (day: string, tiyin: bigint, more: object = {}) => ({
  company_id: "comp_1",
  day,
  category_id: "rent",
  is_purchase: false,
  amount_tiyin: tiyin,
  ...more,
})
const summaryOf = (read: Partial<Read>) => assemble({ ...NOTHING, ...read }).summary(new Map(), "0")

/** Hundredths, so that sums can be compared as whole numbers. */
const cents = (amount: number) => Math.round(amount * 100)
const amounts = fc.nat(10_000_000_00).map((n) => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, "0")}`)
const days = fc.uniqueArray(
  fc.record({
    day: fc.constantFrom(...stepsOf(FEBRUARY, "day").map(({ from }) => from)),
    facts: fc.record(
      Object.fromEntries(MEASURES.map((measure) => [measure, amounts])) as Record<keyof Facts, typeof amounts>
    ),
    expense: fc.bigInt({ min: 0n, max: 10n ** 9n }),
  }),
  { selector: ({ day }) => day }
)

describe("summary", () => {
  it("follows business rules 14 and 15", () => {
    const day = {
      ...factsOf({
        orders: "3",
        quantity: "7",
        sales: "100000",
        delivery: "15000",
        cost: "60000",
        refunds_count: "1",
        refunds: "20000",
        refunded_cost: "9000",
        refunded_delivery: "5000",
        commission: "4000.55",
        ad_spend: "1000",
      }),
      day: "2024-02-29",
    }
    const summary = summaryOf({
      facts: { days: [day], payments: [{ method: "pos_cash", amount: "100000" }], companies: [] },
      spent: {
        rows: [
          expense("2024-02-29", 500_050n),
          expense("2024-02-01", 700_000n, { category_id: "purchases", is_purchase: true }),
        ],
        pending: { count: 2, amount_tiyin: 123n },
      },
    })
    expect(summary).toMatchObject({
      days: 29,
      revenue: 80_000,
      delivery: 10_000,
      average_receipt: 33_333.33,
      cost: 51_000,
      markup_profit: 29_000,
      expenses: 5000.5,
      net_profit: 29_000 - 5000.5 - 4000.55 - 1000,
      pending_expenses: { count: 2, amount: 1.23 },
      cash: {
        in_total: 100_000,
        refunds: 20_000,
        expenses: 5000.5,
        purchases: 7000,
        commission: 4000.55,
        ad_spend: 1000,
      },
    })
    expect(cents(summary.cash.net)).toBe(62_998_95)
    expect(summary.expenses_by_category.map(({ category_id, amount }) => [category_id, amount])).toEqual([
      ["purchases", 7000],
      ["rent", 5000.5],
    ])
    expect(summary.series).toHaveLength(29)
  })

  it("adds days, weeks and months up to the same total, to the last hundredth", () => {
    fc.assert(
      fc.property(days, fc.constantFrom(...STEPS), (rows, by) => {
        const summary = summaryOf({
          wish: wishOf({ by }),
          facts: { days: rows.map(({ day, facts }) => ({ ...facts, day })), payments: [], companies: [] },
          spent: { ...NOTHING.spent, rows: rows.map((row) => expense(row.day, row.expense)) },
        })
        const added = [
          "revenue",
          "sales",
          "refunds",
          "delivery",
          "discounts",
          "cost",
          "markup_profit",
          "expenses",
          "commission",
          "ad_spend",
          "net_profit",
        ] as const
        for (const name of added) {
          const sum = summary.series.reduce((total, figures) => total + cents(figures[name]), 0)
          expect(sum).toBe(cents(summary[name]))
        }
      }),
      { numRuns: 40 }
    )
  })

  it("compares with the days of the other period alone", () => {
    const rows = ["2024-01-03", "2024-02-03"].map((day) => ({ ...factsOf({ sales: "10" }), day }))
    const summary = summaryOf({
      wish: wishOf({ compare: "previous" }),
      compare: { from: "2024-01-03", to: "2024-01-31" },
      facts: { days: rows, payments: [], companies: [] },
      spentBefore: { rows: [expense("2024-01-05", 300n)] },
    })
    expect(summary).toMatchObject({
      sales: 10,
      expenses: 0,
      compare: { sales: 10, expenses: 3, net_profit: 7 },
    })
  })

  it("lists companies with anything in the period, the largest revenue first", () => {
    const facts = {
      ...NOTHING.facts,
      companies: [
        { ...factsOf({ sales: "5" }), company_id: "comp_1" },
        { ...factsOf({ sales: "9" }), company_id: "comp_2" },
      ],
    }
    const { companies, company_ids } = assemble({
      ...NOTHING,
      facts,
      spent: { ...NOTHING.spent, rows: [expense("2024-02-02", 100n, { company_id: "comp_3" })] },
    })
    expect(company_ids).toEqual(["comp_1", "comp_2", "comp_3"])
    expect(companies(new Map([["comp_2", "Non"]])).map(({ name, net_profit }) => [name, net_profit])).toEqual(
      [
        ["Non", 9],
        ["comp_1", 5],
        ["comp_3", -1],
      ]
    )
  })

  it("hides everything that tells the cost of goods", () => {
    const shown = JSON.stringify(withoutCost(summaryOf({ compare: FEBRUARY })))
    expect(shown).not.toMatch(/"(cost|markup_profit|net_profit|stock_value|lines_without_cost)"/)
    expect(shown).toMatch(/"revenue"/)
  })
})
