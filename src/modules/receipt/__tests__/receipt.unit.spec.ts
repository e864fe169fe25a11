import fc from "fast-check"
import { tashkentYear } from "../../../lib/time"
import { afterAttempt, fiscalFactsOf, fiscalPlan, MAX_ATTEMPTS, retryDelay } from "../lib/fiscal"
import { LineSource, receiptLines, receiptTotals } from "../lib/lines"
import { numberText } from "../lib/number"
import { vatInside } from "../lib/vat"

describe("the number of a receipt", () => {
  it("has six digits, and more when a company needs them", () => {
    expect([numberText(2026, 1), numberText(2026, 123), numberText(2027, 1234567)]).toEqual([
      "2026-000001",
      "2026-000123",
      "2027-1234567",
    ])
  })

  it("is of the year in Tashkent", () => {
    expect(tashkentYear(new Date("2026-12-31T18:59:59Z"))).toBe(2026)
    expect(tashkentYear(new Date("2026-12-31T19:00:00Z"))).toBe(2027)
  })
})

describe("VAT inside a price", () => {
  it.each([
    [112_00, 12, 12_00],
    [990_000, 12, 106_071],
    [100, 12, 11],
    [14, 12, 2],
    [115, 15, 15],
    [1_000_00, 0, 0],
    [1_000_00, null, 0],
    [0, 12, 0],
  ])("of %s tiyin at %s %% is %s", (total, percent, vat) => {
    expect(vatInside(total, percent ?? 0)).toBe(vat)
  })

  it("is the nearest whole tiyin, halves away from zero", () => {
    // 14 × 12 / 112 = 1.5
    expect(vatInside(14, 12)).toBe(2)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), fc.integer({ min: 0, max: 100 }), (total, percent) => {
        const exact =
          (BigInt(total) * BigInt(percent) * 2n + BigInt(100 + percent)) / BigInt(2 * (100 + percent))
        expect(BigInt(vatInside(total, percent))).toBe(exact)
      })
    )
  })
})

const line = (facts: Partial<LineSource>): LineSource => ({
  title: "Non",
  quantity: 1,
  unit_price: 0,
  total: 0,
  vat_percent: null,
  ikpu: null,
  package_code: null,
  ...facts,
})

describe("lines of a receipt", () => {
  it("keep the listed price, and the rest is the discount", () => {
    const [first] = receiptLines([line({ quantity: 3, unit_price: 3300, total: "9000" })], 9000, "301234567")
    expect(first).toMatchObject({
      quantity: "3",
      unit_price_tiyin: 330_000,
      discount_tiyin: 90_000,
      total_tiyin: 900_000,
      principal_tax_id: "301234567",
      is_delivery: false,
    })
  })

  it("carry tax on top in the price", () => {
    const [first] = receiptLines([line({ quantity: 2, unit_price: 100, total: 224 })], 224, null)
    expect(first).toMatchObject({ unit_price_tiyin: 11_200, discount_tiyin: 0, total_tiyin: 22_400 })
  })

  it("of a refund by amount are of no number of pieces", () => {
    const [first] = receiptLines(
      [line({ quantity: null, unit_price: null, total: "500.5", vat_percent: 12 })],
      "500.5",
      null
    )
    expect(first).toMatchObject({
      quantity: null,
      unit_price_tiyin: 50_050,
      discount_tiyin: 0,
      vat_tiyin: 5363,
    })
  })

  it("make no receipt of another amount", () => {
    expect(() => receiptLines([line({ total: 10 })], 11, null)).toThrow(RangeError)
    expect(() => receiptLines([], 1, null)).toThrow(RangeError)
  })

  const sources = fc.array(
    fc.record({
      quantity: fc.oneof(
        fc.integer({ min: 1, max: 999 }).map(String),
        fc.integer({ min: 1, max: 999_999 }).map((thousandths) => String(thousandths / 1000)),
        fc.constant(null)
      ),
      unit_price: fc.integer({ min: 0, max: 100_000_000 }),
      total_tiyin: fc.integer({ min: 0, max: 1_000_000_000 }),
      vat_percent: fc.constantFrom(null, 0, 12, "12", 15),
    }),
    { minLength: 1, maxLength: 20 }
  )

  it("add up, each in itself and all together, to the last tiyin", () => {
    fc.assert(
      fc.property(sources, (drawn) => {
        const amount = drawn.reduce((sum, { total_tiyin }) => sum + total_tiyin, 0)
        const lines = receiptLines(
          drawn.map(({ total_tiyin, ...facts }) => line({ ...facts, total: total_tiyin / 100 })),
          amount / 100,
          null
        )
        const totals = receiptTotals(lines)
        expect(totals.total_tiyin).toBe(amount)
        expect(totals.vat_tiyin).toBe(lines.reduce((sum, { vat_tiyin }) => sum + vat_tiyin, 0))
        for (const { quantity, unit_price_tiyin, discount_tiyin, total_tiyin, vat_tiyin } of lines) {
          expect(discount_tiyin).toBeGreaterThanOrEqual(0)
          expect(vat_tiyin).toBeLessThanOrEqual(total_tiyin)
          // In thousandths: no float may blur the comparison.
          const pieces = BigInt(Math.round(Number(quantity ?? 1) * 1000))
          const worth = (BigInt(unit_price_tiyin) * pieces + 999n) / 1000n
          expect(Number(worth)).toBe(total_tiyin + discount_tiyin)
        }
      })
    )
  })
})

describe("fiscal submissions", () => {
  it.each([
    ["payme", "sale", true, 100, "waiting", "transaction"],
    ["payme", "refund", true, 100, "waiting", "transaction"],
    ["click", "sale", true, 100, "waiting", "transaction"],
    ["click", "refund", true, 100, "not_needed", "transaction"],
    ["uzum", "sale", true, 100, "not_needed", "transaction"],
    ["cash", "sale", false, 100, "not_needed", "receipt"],
    ["payme", "sale", false, 100, "not_needed", "receipt"],
    ["payme", "sale", true, 0, "not_needed", "transaction"],
    [null, "sale", false, 100, "not_needed", "receipt"],
  ] as const)(
    "of %s, %s (transaction: %s, %s tiyin) is %s by %s",
    (provider_kind, kind, has, total, status, by) => {
      expect(fiscalPlan({ provider_kind, kind, has_transaction: has, total_tiyin: total })).toEqual({
        status,
        by,
      })
    }
  )

  it("waits twice as long each time, at most six hours", () => {
    expect([1, 2, 3, 10, 1000].map(retryDelay)).toEqual([60_000, 120_000, 240_000, 21_600_000, 21_600_000])
  })

  it("keeps what was sent as sent, and gives up a wait that lasts", () => {
    const waiting = { kind: "waiting" as const, reason: "timeout" }
    expect(afterAttempt({ status: "sent", attempts: 3 }, waiting, 0)).toMatchObject({
      status: "sent",
      last_error: "timeout",
      next_attempt_at: new Date(240_000),
    })
    expect(afterAttempt({ status: "sent", attempts: MAX_ATTEMPTS }, waiting, 0)).toMatchObject({
      status: "sent",
      next_attempt_at: null,
    })
    expect(afterAttempt({ status: "waiting", attempts: MAX_ATTEMPTS }, waiting, 0)).toMatchObject({
      status: "failed",
      next_attempt_at: null,
    })
  })

  it("reads what any provider reports, and no address that is not one", () => {
    expect(
      fiscalFactsOf({ receipt_id: 77, terminal_id: "T", fiscal_sign: "S", qr_code_url: "javascript:x" })
    ).toEqual({ receipt_id: "77", terminal_id: "T", fiscal_sign: "S", qr_code_url: null, date: null })
    expect(fiscalFactsOf({ paymentId: 1, qrCodeURL: "https://ofd.uz/1" })).toMatchObject({
      qr_code_url: "https://ofd.uz/1",
    })
    for (const nothing of [null, undefined, "x", {}, { status_code: 5, message: "registration failed" }]) {
      expect(fiscalFactsOf(nothing)).toBeNull()
    }
  })
})
