import type { Listing, Variant } from "../../types"
import { cellsOf, neighbour, parseCell, patchOf, priceRange, priceWhileTyping, worstStock } from "../cells"

const variant = (id: string, facts: Partial<Variant> = {}): Variant => ({
  id,
  variant_id: `variant_${id}`,
  title: id,
  options: {},
  price: 12_000,
  cost: 10_000,
  markup_percent: 20,
  barcode: null,
  shop_code: null,
  stocked: 5,
  reserved: 0,
  available: 5,
  low_stock: 10,
  stock_state: "low",
  ...facts,
})
const both = [variant("a"), variant("b")]

describe("Tab", () => {
  const cells = cellsOf(both, { price: true, stock: true })

  it("walks cost, markup and stock of a row, then the next row", () => {
    const walk = [cells[0]]
    for (let next = neighbour(cells, cells[0], 1); next; next = neighbour(cells, next, 1)) {
      walk.push(next)
    }
    expect(walk.map(({ variantId, field }) => `${variantId} ${field}`)).toEqual([
      "a cost",
      "a markup_percent",
      "a stock",
      "b cost",
      "b markup_percent",
      "b stock",
    ])
  })

  it("leaves the table at either end", () => {
    expect(neighbour(cells, cells[0], -1)).toBeNull()
    expect(neighbour(cells, { variantId: "gone", field: "cost" }, 1)).toBeNull()
  })

  it("passes over what the person may not change", () => {
    expect(cellsOf(both, { price: false, stock: true }).map(({ field }) => field)).toEqual(["stock", "stock"])
    expect(cellsOf(both, { price: false, stock: false })).toEqual([])
  })
})

it("sends stock with the number that was seen, and brings it back the same way", () => {
  expect(patchOf("a", "stock", 12, 15)).toEqual({ id: "a", stock: 12, stock_was: 15 })
  expect(patchOf("a", "stock", 15, 12)).toEqual({ id: "a", stock: 15, stock_was: 12 })
  expect(patchOf("a", "cost", 12, 15)).toEqual({ id: "a", cost: 12 })
})

it("reads each cell by its own rule", () => {
  expect(parseCell("cost", "12 500,5")).toBe(12_500.5)
  expect(parseCell("markup_percent", "12,5 %")).toBe(12.5)
  expect(parseCell("stock", "1.5")).toBeNull()
})

describe("the price while typing", () => {
  it("follows the number that is typed", () => {
    expect(priceWhileTyping(variant("a"), "cost", "12750")).toBe(15_300)
    expect(priceWhileTyping(variant("a"), "markup_percent", "33.33")).toBe(13_333)
  })

  it("is none for what is no number, and nothing new for stock", () => {
    expect(priceWhileTyping(variant("a"), "cost", "much")).toBeNull()
    expect(priceWhileTyping(variant("a"), "cost", "0")).toBeNull()
    expect(priceWhileTyping(variant("a"), "stock", "3")).toBeUndefined()
  })
})

describe("goods of several kinds", () => {
  const goods = (variants: Variant[], available: number) =>
    ({ variants, available }) as Pick<Listing, "variants" | "available">

  it("cost from the cheapest to the dearest kind", () => {
    expect(priceRange(goods([variant("a", { price: 9 }), variant("b", { price: 7 })], 1))).toEqual([7, 9])
  })

  it("stand as the kind that is shortest", () => {
    const plenty = variant("a", { stock_state: "in" })
    expect(worstStock(goods([plenty], 40))).toBe("in")
    expect(worstStock(goods([plenty, variant("b", { stock_state: "urgent" })], 40))).toBe("urgent")
    expect(worstStock(goods([plenty, variant("b", { stock_state: "out" })], 40))).toBe("some")
    expect(worstStock(goods([], 0))).toBe("out")
  })
})
