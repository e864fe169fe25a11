import { changed, filtersOf, isNarrowed } from "../filters"
import { EMPTY_DRAFT, hasShippingLeft, refundable, requestOf } from "../refund-request"

describe("the list's address", () => {
  it("is read, and what is wrong in it is passed over", () => {
    expect(filtersOf(new URLSearchParams("status=paid&q=1122&offset=40"))).toEqual({
      q: "1122",
      status: "paid",
      channel: "",
      from: "",
      to: "",
      offset: 40,
    })
    expect(filtersOf(new URLSearchParams("status=lost&offset=-3"))).toMatchObject({ status: "", offset: 0 })
  })

  it("starts another question at its first page", () => {
    const filters = filtersOf(new URLSearchParams("status=paid&offset=40"))
    expect(changed(filters, { q: "ali" })).toEqual({ status: "paid", q: "ali" })
    expect(changed(filters, { offset: 60 })).toEqual({ status: "paid", offset: "60" })
    expect(isNarrowed(filters)).toBe(false)
  })
})

describe("a refund's draft", () => {
  const refund = {
    id: "1",
    reason: "",
    restock: false,
    created_at: "",
    instructions: null,
    shipping_amount: 0,
  }
  const order = {
    total: 10_000,
    shipping_total: 2000,
    refunds: [
      { ...refund, status: "succeeded" as const, amount: 3000, shipping_amount: 2000 },
      { ...refund, status: "due" as const, amount: 1000 },
      { ...refund, status: "failed" as const, amount: 5000 },
    ],
  }

  it("knows what is left", () => {
    expect(refundable(order)).toBe(6000)
    expect(hasShippingLeft(order)).toBe(false)
    expect(hasShippingLeft({ ...order, refunds: [] })).toBe(true)
  })

  it("says nothing without a reason, without pieces, or with a wrong sum", () => {
    const draft = { ...EMPTY_DRAFT, reason: " rangi " }
    expect(requestOf(EMPTY_DRAFT, 6000)).toBeNull()
    expect(requestOf({ ...draft, how: "lines" }, 6000)).toBeNull()
    for (const amount of ["", "0", "6001", "1.5", "abc"]) {
      expect(requestOf({ ...draft, how: "amount", amount }, 6000)).toBeNull()
    }
  })

  it("becomes the request of its kind", () => {
    const draft = { ...EMPTY_DRAFT, reason: " rangi ", restock: true }
    expect(requestOf(draft, 6000)).toEqual({ reason: "rangi", restock: true })
    expect(requestOf({ ...draft, how: "amount", amount: "1 500" }, 6000)).toEqual({
      reason: "rangi",
      amount: 1500,
    })
    expect(requestOf({ ...draft, how: "lines", pieces: { a: 2, b: 0 }, shipping: true }, 6000)).toEqual({
      reason: "rangi",
      restock: true,
      items: [{ id: "a", quantity: 2 }],
      shipping: true,
    })
  })
})
