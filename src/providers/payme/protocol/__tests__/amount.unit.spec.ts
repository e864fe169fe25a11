import * as fc from "fast-check"
import { sumToTiyin, tiyinToSum } from "../index"

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
