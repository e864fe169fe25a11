import fc from "fast-check"
import { parseFilter } from "../../../../integration-tests/emulators/meilisearch-parts/filter"
import { compileFilters } from "../lib/filters"
import { Column, IndexPlan } from "../lib/plan"
import { meilisearchFilter } from "../meilisearch/filters"

const column = (path: string, kind: Column["kind"], is_array = false): [string, Column] => [
  path,
  { path, name: `f_${path}`, kind, is_array },
]
const plan: IndexPlan = {
  primary_key: "id",
  searchable: [],
  own: {},
  columns: new Map([
    column("brand", "text"),
    column("price", "number"),
    column("tags", "text", true),
    column("in_stock", "boolean"),
    column("created_at", "date"),
  ]),
}
const documents = [
  { f_brand: "artel", f_price: 10, f_tags: ["a", "b"], f_in_stock: true },
  { f_brand: 'b"o\\x', f_price: 20, f_tags: ["b"], f_in_stock: false },
  { f_brand: null, f_price: null, f_tags: [], f_in_stock: null },
]

type Tree = { [key: string]: never }

/** What a filter means, in the plainest way there is. */
function passes(document: Record<string, unknown>, filters: Tree): boolean {
  return Object.entries(filters).every(([key, value]) => {
    if (key === "$and") {
      return (value as Tree[]).every((one) => passes(document, one))
    }
    if (key === "$or") {
      return (value as Tree[]).some((one) => passes(document, one))
    }
    if (key === "$not") {
      return !passes(document, value)
    }
    const own = [document[`f_${key}`] ?? []].flat() as unknown[]
    return Object.entries(value as Record<string, never>).every(([operator, operand]) => {
      switch (operator) {
        case "$eq":
          return own.includes(operand)
        case "$ne":
          return !own.includes(operand)
        case "$in":
          return own.some((one) => (operand as unknown[]).includes(one))
        case "$nin":
          return !own.some((one) => (operand as unknown[]).includes(one))
        case "$gte":
          return own.some((one) => (one as number) >= operand)
        case "$lt":
          return own.some((one) => (one as number) < operand)
        default:
          return own.length > 0 === operand
      }
    })
  })
}

const brand = fc.constantFrom("artel", 'b"o\\x', "x' OR f_price > 0 OR f_brand = '")
const price = fc.constantFrom(5, 10, 15, 20)
const leaf = fc.oneof(
  fc.record({
    brand: fc.oneof(
      fc.record({ $eq: brand }),
      fc.record({ $ne: brand }),
      fc.record({ $in: fc.array(brand) })
    ),
  }),
  fc.record({
    price: fc.oneof(
      fc.record({ $gte: price }),
      fc.record({ $lt: price }),
      fc.record({ $nin: fc.array(price) })
    ),
  }),
  fc.record({
    tags: fc.oneof(fc.record({ $eq: fc.constantFrom("a", "b", "c") }), fc.record({ $exists: fc.boolean() })),
  }),
  fc.record({ in_stock: fc.record({ $eq: fc.boolean() }) })
)
const tree = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.record({ $and: fc.array(tie("node"), { minLength: 1, maxLength: 3 }) }),
    fc.record({ $or: fc.array(tie("node"), { minLength: 1, maxLength: 3 }) }),
    fc.record({ $not: tie("node") })
  ),
})).node

describe("filters", () => {
  it("mean the same in Meilisearch's grammar, whatever stands in them", () => {
    fc.assert(
      fc.property(tree, (filters) => {
        const said = meilisearchFilter(filters as never, plan)
        const test = parseFilter(said ?? "", [...plan.columns.values()].map(({ name }) => name).concat("id"))
        for (const document of documents) {
          expect([said, test(document)]).toEqual([said, passes(document, filters as never)])
        }
      })
    )
  })

  it("put no value into the text of a statement", () => {
    fc.assert(
      fc.property(tree, (filters) => {
        const { sql, values } = compileFilters(filters as never, plan)
        expect(sql.split("?").length - 1).toBe(values.length)
        expect(sql).not.toMatch(/artel|b"o|OR f_price/)
      })
    )
  })

  it("refuse values and operators that do not fit their fields", () => {
    for (const filters of [
      { price: "arzon" },
      { price: { $gte: null } },
      { in_stock: 3 },
      { created_at: { $gt: "ertaga" } },
      { brand: { $regex: "x" } },
      { brand: "a\0b" },
      { brand: { $in: "artel" } },
      { price: { $prefix: "1" } },
      { $and: { brand: "artel" } },
      { $not: [{ brand: "artel" }] },
      { nothing: 1 },
      { $or: Array.from({ length: 600 }, () => ({ brand: "artel" })) },
    ]) {
      expect(() => compileFilters(filters as never, plan)).toThrow(
        expect.objectContaining({ code: "SEARCH_FILTER_INVALID" })
      )
    }
  })

  it("are left to PostgreSQL where Meilisearch has no words for them", () => {
    for (const filters of [{ brand: { $prefix: "a" } }, { brand: { $like: "a" } }, { brand: { $lt: "b" } }]) {
      expect(meilisearchFilter(filters, plan)).toBeNull()
    }
  })
})
