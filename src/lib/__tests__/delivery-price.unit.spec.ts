import { deliveryPrice, termsOf } from "../delivery-price"

const line = (unit_price: number, quantity: number) => ({ unit_price, quantity })

describe("the price of a delivery", () => {
  it.each([
    [{ price: 20_000, free_from: null }, [line(1_000_000, 9)], 20_000],
    [{ price: 20_000, free_from: 100_000 }, [line(49_999, 2)], 20_000],
    [{ price: 20_000, free_from: 100_000 }, [line(50_000, 2)], 0],
    [{ price: 20_000, free_from: 100_000 }, [line(60_000, 1), line(20_000, 2)], 0],
    [{ price: 0, free_from: null }, [], 0],
    [{ price: 20_000, free_from: 1 }, [], 20_000],
  ])("of %p for %p is %p", (terms, lines, price) => {
    expect(deliveryPrice(terms, lines)).toBe(price)
  })

  it("is exact where floating point is not", () => {
    expect(deliveryPrice({ price: 5, free_from: 0.3 }, [line(0.1, 1), line(0.2, 1)])).toBe(0)
  })

  it("in another currency is the one that was set for it, and never the so'm", () => {
    const terms = { price: 20_000, free_from: 1, prices: { usd: 1.5 } }
    expect(deliveryPrice(terms, [line(10, 1)], "USD")).toBe(1.5)
    expect(deliveryPrice(terms, [line(10, 1)], "uzs")).toBe(0)
    expect(() => deliveryPrice(terms, [line(10, 1)], "eur")).toThrow("no price in eur")
    expect(termsOf(terms)).toEqual(terms)
  })

  it("comes from terms that are there: a broken option is no free delivery", () => {
    expect(termsOf({ price: 0 })).toEqual({ price: 0, free_from: null })
    for (const data of [null, undefined, {}, { price: "5" }, { price: -1 }, { price: NaN }]) {
      expect(() => termsOf(data)).toThrow("a delivery option has no price")
    }
  })
})
