import fc from "fast-check"
import { dayEnd, dayOf, dayStart, daysBefore, isDay } from "../lib/period"
import { figuresOf, Movement, owedBy, payoutOf } from "../lib/statement"

const movement = (facts: Partial<Movement>): Movement => ({
  ledger_transaction_id: "ltxn",
  kind: "sale",
  payable: 0,
  commission: 0,
  refunds: 0,
  ad_spend: 0,
  settlement: 0,
  ...facts,
})

describe("days of Tashkent", () => {
  it("begin five hours before those of UTC", () => {
    expect(dayStart("2026-11-21").toISOString()).toBe("2026-11-20T19:00:00.000Z")
    expect(dayEnd("2026-11-21").toISOString()).toBe("2026-11-21T19:00:00.000Z")
    expect(dayOf(new Date("2026-11-20T18:59:59Z"))).toBe("2026-11-20")
    expect(dayOf(new Date("2026-11-20T19:00:00Z"))).toBe("2026-11-21")
    expect(daysBefore(dayEnd("2026-11-21"), 3)).toEqual(dayEnd("2026-11-18"))
  })

  it("are of the calendar", () => {
    expect(["2026-02-28", "2028-02-29"].every(isDay)).toBe(true)
    expect(
      [
        "2026-02-29",
        "2026-13-01",
        "21.11.2026",
        "0000-01-01",
        "9999-12-31",
        "2026-1-1",
        "",
        "2026-11-21T00:00",
      ].some(isDay)
    ).toBe(false)
  })
})

describe("a statement", () => {
  it("adds up as it is read", () => {
    const figures = figuresOf(-50_00, [
      movement({ payable: -1000_00 }),
      movement({ kind: "commission", commission: 50_00 }),
      movement({ payable: -200_00, settlement: 200_00 }),
      movement({ kind: "refund", refunds: 100_00, commission: -5_00 }),
      movement({ kind: "ad_spend", ad_spend: 10_00 }),
      movement({ kind: "payout", settlement: 300_00 }),
    ])
    expect(figures).toEqual({
      opening_tiyin: -50_00,
      sales_tiyin: 1200_00,
      commission_tiyin: 45_00,
      refunds_tiyin: 100_00,
      ad_spend_tiyin: 10_00,
      received_tiyin: 200_00,
      paid_out_tiyin: 300_00,
      closing_tiyin: -50_00 + 1200_00 - 45_00 - 100_00 - 10_00 - 200_00 - 300_00,
    })
  })

  it("closes at its opening and what its lines add, whatever they are", () => {
    const amount = fc.integer({ min: -1e12, max: 1e12 })
    const movements = fc.array(
      fc.record({
        ledger_transaction_id: fc.string(),
        kind: fc.constantFrom("sale", "commission", "refund", "payout", "ad_spend"),
        payable: amount,
        commission: amount,
        refunds: amount,
        ad_spend: amount,
        settlement: amount,
      }),
      { maxLength: 30 }
    )
    fc.assert(
      fc.property(amount, movements, (opening, rows) => {
        const f = figuresOf(opening, rows)
        expect(f.closing_tiyin).toBe(rows.reduce((sum, row) => sum + owedBy(row), opening))
        expect(f.closing_tiyin).toBe(
          f.opening_tiyin +
            f.sales_tiyin -
            f.commission_tiyin -
            f.refunds_tiyin -
            f.ad_spend_tiyin -
            f.received_tiyin -
            f.paid_out_tiyin
        )
      })
    )
  })

  it("pays its balance, less what earlier statements are about to pay", () => {
    expect(payoutOf(500_00, 0, 100_00)).toEqual({ status: "closed", payout_tiyin: 500_00 })
    expect(payoutOf(500_00, 300_00, 100_00)).toEqual({ status: "closed", payout_tiyin: 200_00 })
    expect(payoutOf(100_00, 0, 100_00)).toEqual({ status: "closed", payout_tiyin: 100_00 })
  })

  it("is carried when it is negative, nothing, or below the minimum", () => {
    const carried = { status: "carried", payout_tiyin: 0 }
    expect(payoutOf(99_99, 0, 100_00)).toEqual(carried)
    expect(payoutOf(-1, 0, 0)).toEqual(carried)
    expect(payoutOf(0, 0, 0)).toEqual(carried)
    expect(payoutOf(500_00, 450_00, 100_00)).toEqual(carried)
  })
})
