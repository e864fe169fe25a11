import { MathBN } from "@medusajs/framework/utils"
import fc from "fast-check"
import { roundMoney } from "../money"
import { priceOf } from "../selling-price"

describe("priceOf", () => {
  it.each([
    ["10800", "12", "12096"],
    ["12750", 21, "15428"],
    ["0.5", 0, "1"],
    ["-0.5", "0", "-1"],
    ["12.", ".5", "12"],
  ])("of cost %p and %p per cent is %p", (cost, percent, price) => {
    expect(priceOf(cost, percent)).toBe(price)
  })

  it("is what exact arithmetic and rounding half away from zero give, for every cost and markup allowed", () => {
    const cents = (max: number) =>
      fc.bigInt({ min: 0n, max: BigInt(max) * 100n }).map((units) => {
        const text = units.toString().padStart(3, "0")
        return `${text.slice(0, -2)}.${text.slice(-2)}`
      })
    fc.assert(
      fc.property(cents(1_000_000_000_000), cents(999), (cost, percent) => {
        const markup = MathBN.div(MathBN.mult(cost, percent), 100)
        expect(priceOf(cost, percent)).toBe(roundMoney(MathBN.add(cost, markup)))
      })
    )
  })

  it.each(["", "x", "1e5", "1 000", "-", "."])("refuses %p", (cost) => {
    expect(() => priceOf(cost, 10)).toThrow(RangeError)
  })
})
