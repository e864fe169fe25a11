import { differences, fieldName, valueText } from "../lib/diff"

describe("a row before and after", () => {
  it("tells what differs, part by part", () => {
    const before = { id: "a", cost: 1, note: null, updated_at: "x", part: { p_1: { price: 5, same: 1 } } }
    const after = {
      id: "a",
      cost: 2,
      note: "",
      updated_at: "y",
      part: { p_1: { price: 6, same: 1 }, p_2: { price: 1 } },
    }
    expect(differences(before, after)).toEqual([
      { field: "cost", before: 1, after: 2 },
      { field: "part.p_1.price", before: 5, after: 6 },
      { field: "part.p_2.price", before: undefined, after: 1 },
    ])
    expect(differences(before, before)).toEqual([])
  })

  it("tells a new row by what it holds, and a secret that changed unseen", () => {
    expect(differences(null, { id: "a", note: null })).toEqual([
      { field: "id", before: undefined, after: "a" },
    ])
    expect(differences({ token: "***" }, { token: "***" }, ["token"])).toEqual([
      { field: "token", before: "***", after: "***" },
    ])
    expect(differences(null, null)).toEqual([])
  })

  it("is written for people", () => {
    expect(fieldName("listing_variant.lvar_01KXYZABCDEF.cost")).toBe("listing_variant › cost")
    expect([valueText(null), valueText(0), valueText(false), valueText([1]), valueText("a")]).toEqual([
      "—",
      "0",
      "false",
      "[1]",
      "a",
    ])
  })
})
