import fc from "fast-check"
import {
  amountText,
  isAmount,
  payLink,
  refuseReversal,
  tashkentDate,
  tiyinOfAmount,
  vatInside,
} from "../index"

describe("amounts (C-10, C-11)", () => {
  it.each(["1000", "1000.0", "1000.00", "1000.000"])("%s is 1 000 sums", (text) => {
    expect(isAmount(text, 100_000)).toBe(true)
  })

  it.each([
    "999.99",
    "1000.01",
    "1",
    "0",
    "-1000",
    "1e3",
    "abc",
    "",
    "1000,00",
    " 1000",
    "1000.001",
    "+1000",
    "0x3e8",
  ])("%s is not", (text) => {
    expect(isAmount(text, 100_000)).toBe(false)
  })

  it("reads nothing endless", () => {
    expect(tiyinOfAmount("9".repeat(41))).toBeNull()
    expect(tiyinOfAmount("9007199254740993.55")).toBe(900719925474099355n)
  })

  it("what is written is read back, to the last tiyin, and one tiyin less or more is not it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (tiyin) => {
        const text = amountText(tiyin)
        expect(tiyinOfAmount(text)).toBe(BigInt(tiyin))
        expect(text).toMatch(/^\d+\.\d\d$/)
        expect(isAmount(text, BigInt(tiyin) + 1n) || isAmount(text, BigInt(tiyin) - 1n)).toBe(false)
      })
    )
  })

  it.each([0, -1, 1.5, 2 ** 53])("%s tiyin are no payment", (tiyin) => {
    expect(() => amountText(tiyin)).toThrow(RangeError)
  })
})

describe("links (vectors 5.3)", () => {
  const input = {
    pay_url: "https://my.click.uz/services/pay",
    service_id: "12345",
    merchant_id: "54321",
    amount_tiyin: 100_000,
    reference: "order-1001",
  }

  it("the shortest", () => {
    expect(payLink(input)).toBe(
      "https://my.click.uz/services/pay?service_id=12345&merchant_id=54321&amount=1000.00&transaction_param=order-1001"
    )
  })

  it("with a return address and a kind of card", () => {
    const return_url = "https://shop.example/pay/return?o=1001"
    expect(payLink({ ...input, amount_tiyin: 15_000_050, return_url, card_type: "uzcard" })).toBe(
      "https://my.click.uz/services/pay?service_id=12345&merchant_id=54321&amount=150000.50" +
        "&transaction_param=order-1001&return_url=https%3A%2F%2Fshop.example%2Fpay%2Freturn%3Fo%3D1001&card_type=uzcard"
    )
  })

  it.each([
    { pay_url: "my.click.uz" },
    { service_id: "abc" },
    { merchant_id: "" },
    { reference: " " },
    { amount_tiyin: 0 },
  ])("refuses %j", (change) => {
    expect(() => payLink({ ...input, ...change })).toThrow()
  })

  it("any reference and return address come back as they were", () => {
    const text = fc.string({ unit: "grapheme", minLength: 1 }).filter((value) => value.trim() !== "")
    fc.assert(
      fc.property(text, text, (reference, return_url) => {
        const query = new URL(payLink({ ...input, reference, return_url })).searchParams
        expect([query.get("transaction_param"), query.get("return_url")]).toEqual([reference, return_url])
      })
    )
  })
})

describe("VAT inside a gross price (vectors 5.5)", () => {
  it.each([
    [1_120_000, 12, 120_000],
    [100_000, 12, 10_714],
    [990_000, 12, 106_071],
    [5, 12, 1],
    [1, 12, 0],
    [1_000_000, 0, 0],
  ])("%s at %s percent", (gross, percent, vat) => {
    expect(vatInside(gross, percent)).toBe(vat)
  })

  it.each([-1, 101, 12.5, NaN])("refuses %s percent", (percent) => {
    expect(() => vatInside(100, percent)).toThrow(RangeError)
  })

  it("is the nearest whole tiyin", () => {
    fc.assert(
      fc.property(fc.nat(2 ** 50), fc.nat(100), (gross, percent) => {
        const twice = 2n * BigInt(vatInside(gross, percent)) * BigInt(100 + percent)
        const exact = 2n * BigInt(gross) * BigInt(percent)
        expect(twice - exact <= BigInt(100 + percent) && exact - twice < BigInt(100 + percent)).toBe(true)
      })
    )
  })
})

describe("when Click may be asked to take a payment back (3.3, M-06 to M-08)", () => {
  const facts = (paid: string, now: string, amount_tiyin = 100_000) => ({
    paid_at: Date.parse(paid),
    now: Date.parse(now),
    paid_tiyin: 100_000,
    amount_tiyin,
  })

  it.each([
    ["the same day", "2026-01-15T10:00:00+05:00", "2026-01-15T11:00:00+05:00", null],
    ["the last moment of the month", "2026-01-01T00:00:00+05:00", "2026-01-31T23:59:59+05:00", null],
    ["the first day after it", "2026-01-31T23:59:59+05:00", "2026-02-01T23:59:59+05:00", null],
    ["the second day after it", "2026-01-31T23:59:59+05:00", "2026-02-02T00:00:00+05:00", "window"],
    ["the first day two months later", "2026-01-15T10:00:00+05:00", "2026-03-01T10:00:00+05:00", "window"],
    ["over the year's end", "2026-12-20T10:00:00+05:00", "2027-01-01T08:00:00+05:00", null],
    ["the same month a year later", "2026-01-15T10:00:00+05:00", "2027-01-15T10:00:00+05:00", "window"],
    // In UTC it is still January; in Tashkent February has begun.
    ["Tashkent's calendar, payment", "2026-01-31T20:00:00Z", "2026-02-20T10:00:00Z", null],
    ["Tashkent's calendar, now", "2026-01-15T10:00:00Z", "2026-02-01T19:00:00Z", "window"],
  ])("%s", (_, paid, now, expected) => {
    expect(refuseReversal(facts(paid, now))).toBe(expected)
  })

  it.each([1, 99_999, 100_001])("%s tiyin of 100 000 are refused before any call", (amount) => {
    expect(refuseReversal(facts("2026-01-15T10:00:00Z", "2026-01-15T10:00:00Z", amount))).toBe("partial")
  })

  it("names days as Tashkent does", () => {
    expect(tashkentDate(Date.parse("2026-01-31T18:59:59Z"))).toBe("2026-01-31")
    expect(tashkentDate(Date.parse("2026-01-31T19:00:00Z"))).toBe("2026-02-01")
  })
})
