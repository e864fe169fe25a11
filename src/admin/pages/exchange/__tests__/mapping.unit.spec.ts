import { assign, fieldOf, percentOf } from "../lib/mapping"

describe("columns of an import", () => {
  it("have one field each, and a field stands once", () => {
    const mapping = { name_uz: 0, cost: 1 }
    expect(assign(mapping, 1, "price")).toEqual({ name_uz: 0, price: 1 })
    expect(assign(mapping, 2, "cost")).toEqual({ name_uz: 0, cost: 2 })
    expect(assign(mapping, 0, "cost")).toEqual({ cost: 0 })
    expect(assign(mapping, 1, "")).toEqual({ name_uz: 0 })
    expect([fieldOf(mapping, 1), fieldOf(mapping, 7)]).toEqual(["cost", ""])
  })
})

it("the way is whole only when everything is done", () => {
  expect([percentOf({ total: 0, done: 0 }), percentOf({ total: 1000, done: 999 })]).toEqual([100, 99])
})
