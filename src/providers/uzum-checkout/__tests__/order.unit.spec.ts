import fc from "fast-check"
import { CartLine, cartOf } from "../cart"
import { heldTiyin, operationOutcome, receiptsOf, standingOf } from "../order"

describe("where an order of Uzum Checkout stands", () => {
  it.each([
    ["REGISTERED", "pending"],
    ["TOP_UP_COMPLETED", "pending"],
    ["SOMETHING_NEW", "pending"],
    [undefined, "pending"],
    ["AUTHORIZED", "authorized"],
    ["COMPLETED", "completed"],
    ["REFUNDED", "completed"],
    ["DECLINED", "over"],
    ["REVERSED", "over"],
  ])("%s is %s", (status, standing) => {
    expect(standingOf({ status })).toBe(standing)
  })

  it("looks at the amounts of a refund, not only at its status", () => {
    const order = { status: "REFUNDED", amount: 1000, completedAmount: 1000, refundedAmount: 400 }

    expect(heldTiyin(order)).toBe(600)
    expect(heldTiyin({ ...order, refundedAmount: 1000 })).toBe(0)
    expect(heldTiyin({ status: "REGISTERED", amount: 1000 })).toBe(0)
    expect(heldTiyin({ status: "AUTHORIZED", amount: 1000 })).toBe(0)
  })

  it("money that was released is not held, and a refund without its amount leaves nobody knows what", () => {
    const order = { status: "COMPLETED", completedAmount: 1000 }

    expect(heldTiyin({ ...order, reversedAmount: 1000 })).toBe(0)
    expect(heldTiyin({ ...order, refundedAmount: 300, reversedAmount: 400 })).toBe(300)
    expect(heldTiyin({ ...order, refundedAmount: 700, reversedAmount: 700 })).toBe(0)
    expect(heldTiyin({ ...order, status: "REFUNDED" })).toBeNull()
    expect(heldTiyin({ ...order, status: "REFUNDED", refundedAmount: 0, reversedAmount: 100 })).toBeNull()
  })

  it("finds our operation by our id", () => {
    const operations = [
      { merchantOperationId: "a", operationState: "SUCCESS" },
      { operationId: "b", state: "FAIL" },
      { merchantOperationId: "c", operationState: "PROCESSING" },
    ]

    expect(["a", "b", "c", "d"].map((id) => operationOutcome({ operations }, id))).toEqual([
      "done",
      "failed",
      null,
      null,
    ])
  })

  it("reads receipts however they are wrapped, and links only", () => {
    const receipts = [
      { receiptType: "PURCHASE", receiptUrl: "https://ofd.example/1" },
      { receiptType: "REFUND", receiptUrl: "https://ofd.example/2" },
      { receiptType: "PURCHASE", receiptUrl: "javascript:alert(1)" },
      null,
    ]
    const read = [
      { type: "PERFORM", url: "https://ofd.example/1" },
      { type: "CANCEL", url: "https://ofd.example/2" },
    ]

    expect([receiptsOf(receipts), receiptsOf({ receipts }), receiptsOf(null), receiptsOf("x")]).toEqual([
      read,
      read,
      [],
      [],
    ])
  })
})

describe("the cart of automatic fiscalisation", () => {
  const LINE: CartLine = {
    title: "Non",
    product_id: "variant_1",
    quantity: 3,
    total_tiyin: 1000,
    ikpu: "00702001001000001",
    package_code: "1234567",
    vat_percent: 12,
    tax_id: { type: "stir", value: "123456789" },
  }

  it("adds up to the amount, unit prices rounded up and the rest a discount", () => {
    expect(cartOf("c1", [LINE], 1000)).toEqual({
      cart: {
        cartId: "c1",
        receiptType: "PURCHASE",
        total: 1000,
        items: [
          {
            title: "Non",
            productId: "variant_1",
            quantity: 3,
            unitPrice: 334,
            total: 1000,
            receiptParams: {
              spic: "00702001001000001",
              packageCode: "1234567",
              vatPercent: 12,
              TIN: "123456789",
              discount: 2,
            },
          },
        ],
      },
    })
  })

  it("names a person who sells by the number of a person", () => {
    const made = cartOf("c1", [{ ...LINE, tax_id: { type: "pinfl", value: "12345678901234" } }], 1000)

    expect(made).toMatchObject({ cart: { items: [{ receiptParams: { PINFL: "12345678901234" } }] } })
  })

  it.each([{ ikpu: null }, { ikpu: "1" }, { package_code: null }, { package_code: "" }, { tax_id: null }])(
    "is not made with %j: a code is never invented",
    (change) => {
      expect(cartOf("c1", [{ ...LINE, ...change }], 1000)).toMatchObject({
        problem: expect.stringMatching("Non"),
      })
    }
  )

  it("is not made for another amount", () => {
    expect(cartOf("c1", [LINE], 1001)).toMatchObject({ problem: expect.any(String) })
  })

  it("keeps every line's total to the last tiyin", () => {
    const line = fc.record({
      quantity: fc.integer({ min: 1, max: 50 }),
      total_tiyin: fc.integer({ min: 1, max: 1e9 }),
    })
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), (lines) => {
        const total = lines.reduce((sum, { total_tiyin }) => sum + total_tiyin, 0)
        const made = cartOf(
          "c",
          lines.map((each) => ({ ...LINE, ...each })),
          total
        )
        const items = "cart" in made ? made.cart.items : []
        expect(items).toHaveLength(lines.length)
        for (const { unitPrice, quantity, total: paid, receiptParams } of items) {
          expect(unitPrice * quantity - (receiptParams.discount ?? 0)).toBe(paid)
        }
      })
    )
  })
})
