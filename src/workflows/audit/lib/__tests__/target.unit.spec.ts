import { idOfAnswer, targetOf } from "../target"

describe("what a call is about", () => {
  it.each([
    ["/admin/products/:id", { id: "prod_1" }, {}, "product", ["prod_1"]],
    ["/admin/products/:id/variants/:variant_id", { id: "p", variant_id: "v" }, {}, "product_variant", ["v"]],
    ["/admin/orders/:id/refunds", { id: "order_1" }, {}, "order", ["order_1"]],
    ["/admin/companies/:id/approve", { id: "comp_1" }, {}, "company", ["comp_1"]],
    [
      "/merchant/listings/:id/variants/:variant_id",
      { id: "l", variant_id: "lvar" },
      {},
      "listing_variant",
      ["lvar"],
    ],
    ["/merchant/me/invitations/:id/accept", { id: "cmem" }, {}, "company_member", ["cmem"]],
    ["/merchant/listings", {}, { name: "Non" }, "listing", []],
    ["/merchant/listings/bulk", {}, { ids: ["a", "b", "a", 5] }, "listing", ["a", "b"]],
    [
      "/admin/products/batch",
      {},
      { create: [{}], update: [{ id: "a" }], delete: ["b"] },
      "product",
      ["a", "b"],
    ],
    ["/admin/carousel/:id/turn", { id: "x" }, {}, "carousel", ["x"]],
    ["/admin/*", {}, {}, null, []],
    ["/merchant/constructor/:id", { id: "x" }, {}, "constructor", ["x"]],
  ])("%s", (pattern, params, body, type, ids) => {
    expect(targetOf(pattern, params as Record<string, string>, body)).toMatchObject({ type, ids })
  })

  it("the answer tells the id of what was made", () => {
    expect(idOfAnswer({ listing: { id: "list_1" } })).toBe("list_1")
    expect(idOfAnswer({ count: 1, product: { id: "prod_1" }, other: { id: "x" } })).toBe("prod_1")
    for (const answer of [
      null,
      undefined,
      "text",
      [],
      {},
      { id: "x" },
      { listing: null },
      { a: { id: 5 } },
    ]) {
      expect(idOfAnswer(answer)).toBeNull()
    }
  })
})
