import * as fc from "fast-check"
import { spreadTiyin, sumToTiyin, tiyinToSum } from "../index"

describe("sumToTiyin", () => {
  it.each([
    ["19.99", 1999],
    ["4.35", 435],
    ["150000.50", 15000050],
    ["150000.5", 15000050],
    ["5000", 500000],
    ["0.01", 1],
    ["007", 700],
    ["19.990000", 1999],
    ["90071992547409.91", Number.MAX_SAFE_INTEGER],
  ])("reads %s sum as %d tiyin", (sum, tiyin) => {
    expect(sumToTiyin(sum)).toBe(tiyin)
  })

  it.each([
    "1.005",
    "0",
    "0.00",
    "-1",
    "-0",
    "90071992547409.92",
    "",
    " 1",
    "1e3",
    "1,5",
    ".5",
    "5.",
    "+1",
    "NaN",
    "٣",
  ])("refuses %j", (sum) => {
    expect(() => sumToTiyin(sum)).toThrow(RangeError)
  })
})

describe("tiyinToSum", () => {
  it.each([
    [1999, "19.99"],
    [435, "4.35"],
    [15000050, "150000.50"],
    [500000, "5000"],
    [1, "0.01"],
    [0, "0"],
    [Number.MAX_SAFE_INTEGER, "90071992547409.91"],
  ])("writes %d tiyin as %s sum", (tiyin, sum) => {
    expect(tiyinToSum(tiyin)).toBe(sum)
  })

  it.each([-1, 0.5, 2 ** 53, NaN])("refuses %d", (tiyin) => {
    expect(() => tiyinToSum(tiyin)).toThrow(RangeError)
  })

  it("comes back through sumToTiyin", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (tiyin) => {
        expect(sumToTiyin(tiyinToSum(tiyin))).toBe(tiyin)
      }),
      { numRuns: 2_000 }
    )
  })
})

describe("spreadTiyin", () => {
  it.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [10000, [505000, 505000, 1], [5000, 5000, 0]],
    [2, [1, 1, 1], [1, 1, 0]],
    [7, [0, 0], [4, 3]],
    [7, [0, 5], [0, 7]],
    [-100, [1, 1, 1], [-34, -33, -33]],
    [0, [], []],
    [0, [3, 4], [0, 0]],
  ])("spreads %d over %j as %j", (total, weights, parts) => {
    expect(spreadTiyin(total, weights)).toEqual(parts)
  })

  it.each([
    [1, []],
    [1.5, [1]],
    [2 ** 53, [1]],
    [1, [-1, 2]],
    [1, [0.5]],
    [1, [NaN]],
  ])("refuses %d over %j", (total, weights) => {
    expect(() => spreadTiyin(total, weights)).toThrow(RangeError)
  })

  it("sums to the total, within one tiyin of the exact share", () => {
    const weight = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER })
    const total = fc.integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER })
    fc.assert(
      fc.property(total, fc.array(weight, { minLength: 1, maxLength: 20 }), (amount, weights) => {
        const parts = spreadTiyin(amount, weights).map(BigInt)
        const whole = weights.map(BigInt).reduce((sum, value) => sum + value, 0n)

        expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(BigInt(amount))
        for (const [index, part] of whole === 0n ? [] : parts.entries()) {
          const distance = part * whole - BigInt(amount) * BigInt(weights[index])
          expect(distance < whole && -distance < whole).toBe(true)
        }
      }),
      { numRuns: 1_000 }
    )
  })
})
