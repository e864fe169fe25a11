import fc from "fast-check"
import { emptyHistogram, histogramOf, scoreOf } from "../lib/score"

const stars = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 200 })
const prior = fc.record({
  mean: fc.double({ min: 1, max: 5, noNaN: true }),
  weight: fc.integer({ min: 0, max: 50 }),
})

describe("scores", () => {
  it("are the market's mean without any rating, and lean on it with few", () => {
    expect(scoreOf(emptyHistogram(), { mean: 4.2, weight: 10 })).toEqual({ average: 0, count: 0, score: 4.2 })
    expect(scoreOf(histogramOf([5]), { mean: 3, weight: 10 })).toEqual({
      average: 5,
      count: 1,
      score: 3.1818,
    })
    expect(scoreOf(histogramOf([1, 5, 5]), { mean: 3, weight: 10 })).toEqual({
      average: 3.67,
      count: 3,
      score: 3.1538,
    })
    expect(scoreOf(emptyHistogram(), { mean: 3, weight: 0 }).score).toBe(0)
  })

  it("lie between the market's mean and the average, nearer to the average with more ratings", () => {
    fc.assert(
      fc.property(stars, prior, (given, market) => {
        const { average, count, score } = scoreOf(histogramOf(given), market)
        expect(count).toBe(given.length)
        if (count > 0) {
          const exact = given.reduce((sum, one) => sum + one, 0) / count
          expect(Math.abs(average - exact)).toBeLessThanOrEqual(0.005 + 1e-9)
          expect(score).toBeGreaterThanOrEqual(Math.min(exact, market.mean) - 1e-4)
          expect(score).toBeLessThanOrEqual(Math.max(exact, market.mean) + 1e-4)
          const twice = scoreOf(histogramOf([...given, ...given]), market).score
          expect(Math.abs(twice - exact)).toBeLessThanOrEqual(Math.abs(score - exact) + 1e-4)
        }
      })
    )
  })
})
