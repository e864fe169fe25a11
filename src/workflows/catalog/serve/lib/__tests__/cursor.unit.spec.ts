import fc from "fast-check"
import { readCursor, writeCursor } from "../cursor"
import { Order } from "../query"

const VALUES: Record<Exclude<Order, "relevance">, fc.Arbitrary<string | null>> = {
  newest: fc
    .date({ min: new Date("2000-01-01"), max: new Date("2100-01-01"), noInvalidDate: true })
    .map((date) => date.toISOString().replace("Z", "000Z")),
  price: fc.option(fc.integer({ min: 0, max: 1e9 }).map(String)),
  "-price": fc.option(fc.integer({ min: 0, max: 1e9 }).map((tiyin) => (tiyin / 100).toString())),
  rating: fc.float({ min: 0, max: 5, noNaN: true }).map(String),
  popular: fc.float({ min: 0, max: 1e6, noNaN: true }).map(String),
}

describe("cursors", () => {
  it("are read as they were written, in the same order alone", () => {
    for (const [order, values] of Object.entries(VALUES) as Array<[Order, fc.Arbitrary<string | null>]>) {
      fc.assert(
        fc.property(
          values,
          fc.string({ minLength: 1, unit: fc.constantFrom("a", "_", "Z", "7") }),
          (value, product_id) => {
            const text = writeCursor({ order, value, product_id })
            expect(readCursor(text, order)).toEqual({ order, value, product_id })
            expect(() => readCursor(text, "relevance")).toThrow("cursor is not one")
          }
        )
      )
    }
  })

  it("are refused with a stable code whatever else somebody sends", () => {
    const written = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url")
    const wrong = [
      "%%%",
      "",
      written({}),
      written(["newest", "yesterday", "prod_1"]),
      written(["newest", "2026-13-45T00:00:00.000000Z", "prod_1"]),
      written(["newest", null, "prod_1"]),
      written(["newest", "2026-11-21T00:00:00.000000Z", "prod_1", 1]),
      written(["newest", "2026-11-21T00:00:00.000000Z", ""]),
      written(["newest", "2026-11-21T00:00:00.000000Z", "a\u0000"]),
    ]
    for (const text of wrong) {
      expect(() => readCursor(text, "newest")).toThrow(
        expect.objectContaining({ code: "CATALOG_CURSOR_INVALID" })
      )
    }
    for (const value of ["1e999", "NaN", "1; drop table", "0x10", "9".repeat(40)]) {
      expect(() => readCursor(written(["price", value, "prod_1"]), "price")).toThrow("cursor is not one")
    }
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          readCursor(text, "price")
        } catch (error) {
          expect((error as { code: string }).code).toBe("CATALOG_CURSOR_INVALID")
        }
      })
    )
  })
})
