import fc from "fast-check"
import { barsOf, fills } from "../rating"

describe("bars of the histogram", () => {
  it("go from five stars to one, measured by the longest", () => {
    expect(barsOf({ count: 4, histogram: { 5: 2, 4: 1, 1: 1 } })).toEqual([
      { stars: 5, count: 2, share: 50, size: 100 },
      { stars: 4, count: 1, share: 25, size: 50 },
      { stars: 3, count: 0, share: 0, size: 0 },
      { stars: 2, count: 0, share: 0, size: 0 },
      { stars: 1, count: 1, share: 25, size: 50 },
    ])
  })

  it("are all empty while nobody has rated", () => {
    expect(barsOf({ count: 0, histogram: {} }).every(({ share, size }) => share === 0 && size === 0)).toBe(
      true
    )
  })
})

describe("stars", () => {
  it("are filled as far as the average goes", () => {
    expect(fills(4.3)).toEqual([100, 100, 100, 100, 30])
    expect(fills(0)).toEqual([0, 0, 0, 0, 0])
  })

  it("are filled in one run, whatever the average", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 5, noNaN: true }), (value) => {
        const drawn = fills(value)
        expect([...drawn].sort((a, b) => b - a)).toEqual(drawn)
        expect(drawn.reduce((sum, part) => sum + part, 0)).toBeCloseTo(value * 100, -1)
      })
    )
  })
})
