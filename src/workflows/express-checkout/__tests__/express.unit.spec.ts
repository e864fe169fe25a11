import fc from "fast-check"
import { hashOf, keyOf } from "../lib/key"
import { amount, insertStatement } from "../lib/rows"
import { Claim, takingsOf } from "../lib/stock"
import { ExpressInput } from "../types"

const INPUT: ExpressInput = {
  customer_id: null,
  visitor_id: null,
  sales_channel_id: "sc_1",
  items: [{ variant_id: "variant_1", quantity: 1 }],
  delivery: [],
  promo_codes: [],
}

describe("the key of a checkout", () => {
  it("stands in the header or the body, and is nothing that could be two keys", () => {
    expect([
      keyOf(undefined, undefined),
      keyOf("kalit-0001", undefined),
      keyOf(undefined, "kalit-0001"),
    ]).toEqual([null, "kalit-0001", "kalit-0001"])
    for (const [header, body] of [
      ["qisqa", undefined],
      ["ikki so‘z kalit", undefined],
      ["x".repeat(201), undefined],
      ["kalit-0001", "kalit-0002"],
    ]) {
      expect(() => keyOf(header, body)).toThrow(expect.objectContaining({ code: "CHECKOUT_KEY_WRONG" }))
    }
  })

  it("is compared by what is ordered, not by how the body is written or which browser sends it", () => {
    const turned = Object.fromEntries(Object.entries(INPUT).reverse()) as unknown as ExpressInput
    expect(hashOf({ ...turned, visitor_id: "vis_1" })).toBe(hashOf(INPUT))
    expect(hashOf({ ...INPUT, email: "ali@example.com" })).not.toBe(hashOf(INPUT))
    expect(hashOf({ ...INPUT, items: [{ variant_id: "variant_1", quantity: 2 }] })).not.toBe(hashOf(INPUT))
  })
})

describe("the shelves of a checkout", () => {
  const claim = fc.record({
    inventory_item_id: fc.constantFrom("a", "b", "c"),
    location_id: fc.constantFrom("x", "y"),
    quantity: fc.integer({ min: 1, max: 9 }),
    allow_backorder: fc.boolean(),
  })

  it("are each taken from once, for everything that is claimed, in one order", () => {
    fc.assert(
      fc.property(fc.array(claim), (drawn) => {
        const claims: Claim[] = drawn.map((one) => ({ ...one, line_item_id: "l", title: "t" }))
        const takings = takingsOf(claims)
        const keys = takings.map(({ item, place }) => item + place)
        expect(keys).toEqual([...new Set(keys)].sort())
        const sum = (rows: Array<{ quantity: number }>) =>
          rows.reduce((all, { quantity }) => all + quantity, 0)
        expect(sum(takings)).toBe(sum(claims))
        expect(takings.reduce((all, { needed }) => all + needed, 0)).toBe(
          sum(claims.filter(({ allow_backorder }) => !allow_backorder))
        )
      })
    )
  })
})

describe("rows", () => {
  it("keep an amount as a number and as its exact text", () => {
    expect(amount("total", "3300.50")).toEqual({
      total: 3300.5,
      raw_total: { value: "3300.5", precision: 20 },
    })
    expect(amount("cost", null)).toEqual({ cost: null, raw_cost: null })
  })

  it("of several tables become one statement, and an empty table no part of it", () => {
    const { statement, values } = insertStatement([
      ["order", [{ id: "o1" }]],
      ["order_cart", []],
      ["order_item", [{ id: "i1" }, { id: "i2", version: 1 }]],
    ])
    expect(statement.match(/insert into/g)).toHaveLength(2)
    expect(statement).toContain(`insert into "order_item" ("id", "version")`)
    expect(values.map((text) => (JSON.parse(text) as unknown[]).length)).toEqual([1, 2])
  })
})
