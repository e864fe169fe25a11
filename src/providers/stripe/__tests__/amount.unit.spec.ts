import fc from "fast-check"
import { stripeAmount } from "../amount"

describe("amounts at Stripe", () => {
  it.each([
    ["33000", "uzs", 3_300_000],
    [10.05, "usd", 1005],
    ["0.29", "USD", 29],
    [1.005, "eur", 101],
    [500, "jpy", 500],
    ["1.2345", "kwd", 1240],
    ["7", "bhd", 7000],
  ])("%s %s is %d of the smallest unit", (amount, currency, units) => {
    expect(stripeAmount(amount, currency)).toBe(units)
  })

  it("keeps every whole number of hundredths", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), (cents) => {
        const text = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`
        return stripeAmount(text, "uzs") === cents && stripeAmount(text, "usd") === cents
      })
    )
  })
})
