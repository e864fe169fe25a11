import { MathBN } from "@medusajs/framework/utils"
import fc from "fast-check"
import { fiscalLines } from "../fiscal"
import { apportion, roundMoney, sellingPrice, toTiyin } from "../money"

describe("sellingPrice", () => {
  it.each([
    [10_800, 12, "12096"],
    [12_750, 21, "15428"],
    [176_000, 33.33, "234661"],
    [24_900, 11.5, "27764"],
    [100, 0, "100"],
    [1, 999.99, "11"],
    [0.5, 0, "1"],
  ])("of cost %p and %p per cent is %p", (cost, percent, price) => {
    expect(sellingPrice(cost, percent)).toBe(price)
  })
})

describe("roundMoney", () => {
  it("rounds half away from zero", () => {
    expect(["2.5", "3.5", "-2.5", "2.4999"].map((text) => roundMoney(text))).toEqual(["3", "4", "-3", "2"])
  })
})

describe("toTiyin", () => {
  it("is exact where multiplying floats is not", () => {
    expect([toTiyin("19.99"), toTiyin(4.35), toTiyin("150000.50")]).toEqual([1999, 435, 15_000_050])
  })

  it.each(["1.005", "-1", "90071992547409.93"])("refuses %s", (text) => {
    expect(() => toTiyin(text)).toThrow(RangeError)
  })
})

describe("apportion", () => {
  const weights = fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 20 })

  it("adds up exactly, never gives more than a unit away from the exact share, and nothing to weight 0", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), weights, (total, weights) => {
        const parts = apportion(total, weights)
        expect(MathBN.sum(...parts).toNumber()).toBe(total)
        const sum = weights.reduce((a, b) => a + b, 0)
        parts.forEach((part, index) => {
          const exact = sum ? (total * weights[index]) / sum : total / weights.length
          expect(Math.abs(Number(part) - exact)).toBeLessThan(1 + 1e-6)
        })
      })
    )
  })

  it("refuses money that nobody would get", () => {
    expect(apportion(0, [])).toEqual([])
    expect(() => apportion(1, [])).toThrow(RangeError)
    expect(() => apportion("0.5", [1])).toThrow(RangeError)
  })
})

describe("fiscalLines", () => {
  const line = fc.record({
    title: fc.constant("Non"),
    quantity: fc.integer({ min: 1, max: 50 }),
    unit_price: fc.integer({ min: 1, max: 1_000_000 }),
    share: fc.integer({ min: 1, max: 100 }),
  })

  it("adds up to the payment to the last tiyin, whatever was discounted or credited", () => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 10 }),
        fc.integer({ min: 0, max: 30_000 }),
        fc.integer({ min: 50, max: 100 }),
        (rows, shipping, paid) => {
          const sources = rows.map((row) => ({
            ...row,
            total: MathBN.div(MathBN.mult(row.unit_price * row.quantity, row.share), 100),
            ikpu: null,
            package_code: null,
            vat_percent: 12,
          }))
          const gross = sources.reduce((sum, row) => MathBN.add(sum, row.total), MathBN.convert(shipping))
          const amount = MathBN.mult(gross, paid).integerValue(2).toNumber()
          const facts = fiscalLines(sources, { title: "Yetkazib berish", total: shipping }, amount)
          const told = facts.lines.reduce(
            (sum, row) => sum + row.unit_price_tiyin * row.quantity - row.discount_tiyin,
            0
          )
          expect(told + (facts.shipping?.price_tiyin ?? 0)).toBe(amount)
          expect(facts.lines.every(({ discount_tiyin }) => discount_tiyin >= 0)).toBe(true)
        }
      )
    )
  })
})
