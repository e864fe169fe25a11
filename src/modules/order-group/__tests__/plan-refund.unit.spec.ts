import fc from "fast-check"
import { MathBN } from "@medusajs/framework/utils"
import { planRefund, RefundableLine, RefundableOrder, RefundPlan, RefundRequest } from "../lib/plan-refund"

const line = (
  id: string,
  quantity: number,
  total: string,
  gone: Partial<RefundableLine> = {}
): RefundableLine => ({
  company_order_line_id: id,
  line_item_id: `item-${id}`,
  title: `Tovar ${id}`,
  quantity,
  total,
  refunded_quantity: 0,
  refunded_amount: "0",
  ...gone,
})
const order = (lines: RefundableLine[], facts: Partial<RefundableOrder> = {}): RefundableOrder => ({
  lines,
  shipping_paid: "0",
  shipping_refunded: "0",
  digits: 0,
  ...facts,
})
const codeOf = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    return (error as { code: string }).code
  }
  return "no refusal"
}
const amounts = ({ lines }: RefundPlan) => lines.map(({ quantity, amount }) => [quantity, amount])
const add = (...values: string[]) => MathBN.sum(0, ...values).toFixed()

/** The order as it stands after a refund, the way the module reads it back. */
function after(before: RefundableOrder, plan: RefundPlan): RefundableOrder {
  return {
    ...before,
    shipping_refunded: add(before.shipping_refunded, plan.shipping_amount),
    lines: before.lines.map((row) => {
      const own = plan.lines.find((gone) => gone.company_order_line_id === row.company_order_line_id)
      return {
        ...row,
        refunded_quantity: row.refunded_quantity + (own?.quantity ?? 0),
        refunded_amount: add(row.refunded_amount, own?.amount ?? "0"),
      }
    }),
  }
}
const leftOf = (now: RefundableOrder) =>
  MathBN.sub(
    add(now.shipping_paid, ...now.lines.map((row) => row.total)),
    add(now.shipping_refunded, ...now.lines.map((row) => row.refunded_amount))
  )

describe("planRefund", () => {
  describe("by lines", () => {
    it("shares a line out so that its pieces add up to it", () => {
      let now = order([line("a", 3, "10000")])
      const pieces = [1, 2, 3].map(() => {
        const plan = planRefund(now, { items: [{ id: "a", quantity: 1 }] })
        now = after(now, plan)
        return plan.amount
      })
      expect(pieces).toEqual(["3333", "3333", "3334"])
    })

    it("gives the last piece what is left of its line, hundredths in", () => {
      const now = order([line("a", 2, "999.67", { refunded_quantity: 1, refunded_amount: "499" })])
      expect(planRefund(now, { items: [{ id: "a", quantity: 1 }] }).amount).toBe("500.67")
    })

    it("finds a line by its order line too, and adds up what names it twice", () => {
      const plan = planRefund(order([line("a", 3, "900")]), {
        items: [
          { id: "item-a", quantity: 1 },
          { id: "a", quantity: 1 },
        ],
      })
      expect(amounts(plan)).toEqual([[2, "600"]])
    })

    it("never gives more than money that went back without goods has left", () => {
      const now = order([line("a", 2, "1000", { refunded_amount: "800" })])
      expect(planRefund(now, { items: [{ id: "a", quantity: 1 }] }).amount).toBe("200")
    })

    it.each([
      ["an unknown line", [{ id: "b", quantity: 1 }], "REFUND_LINE_UNKNOWN"],
      ["more than is left", [{ id: "a", quantity: 3 }], "REFUND_QUANTITY_WRONG"],
      [
        "more than is left, in parts",
        [
          { id: "a", quantity: 2 },
          { id: "a", quantity: 1 },
        ],
        "REFUND_QUANTITY_WRONG",
      ],
      ["no piece", [{ id: "a", quantity: 0 }], "REFUND_QUANTITY_WRONG"],
      ["a negative quantity", [{ id: "a", quantity: -1 }], "REFUND_QUANTITY_WRONG"],
    ])("refuses %s", (_, items, code) => {
      expect(codeOf(() => planRefund(order([line("a", 2, "1000")]), { items }))).toBe(code)
    })
  })

  describe("delivery", () => {
    const paid = order([line("a", 1, "1000")], { shipping_paid: "500", shipping_refunded: "200" })

    it("goes back as far as it is left, alone or with goods", () => {
      expect(planRefund(paid, { shipping: true })).toEqual({
        amount: "300",
        shipping_amount: "300",
        lines: [],
      })
      expect(planRefund(paid, { shipping: 120, items: [{ id: "a", quantity: 1 }] })).toMatchObject({
        amount: "1120",
        shipping_amount: "120",
      })
      expect(planRefund(paid, { shipping: false, items: [{ id: "a", quantity: 1 }] }).amount).toBe("1000")
    })

    it.each([301, -1, 0.5, 0.001])("refuses %d of it", (shipping) => {
      expect(codeOf(() => planRefund(paid, { shipping }))).toBe("REFUND_TOO_MUCH")
    })

    it("alone and none is nothing", () => {
      expect(codeOf(() => planRefund(paid, { shipping: false }))).toBe("REFUND_NOTHING")
      expect(codeOf(() => planRefund(paid, { shipping: 0 }))).toBe("REFUND_NOTHING")
    })
  })

  describe("by amount", () => {
    it("comes off everything in proportion to what is left of it, without goods", () => {
      const now = order([line("a", 2, "6000"), line("b", 1, "3000")], { shipping_paid: "1000" })
      expect(planRefund(now, { amount: 1000 })).toMatchObject({
        amount: "1000",
        shipping_amount: "100",
        lines: [
          { quantity: null, amount: "600" },
          { quantity: null, amount: "300" },
        ],
      })
    })

    it.each([0, -5, 10_001, 0.5, 1e-9])("refuses %d", (amount) => {
      const now = order([line("a", 1, "10000")])
      expect(codeOf(() => planRefund(now, { amount }))).toBe("REFUND_TOO_MUCH")
    })

    it("takes cents where the currency has them, and no less", () => {
      const now = order([line("a", 1, "10.50")], { digits: 2 })
      expect(planRefund(now, { amount: 0.01 }).amount).toBe("0.01")
      expect(codeOf(() => planRefund(now, { amount: 0.001 }))).toBe("REFUND_TOO_MUCH")
    })
  })

  describe("everything", () => {
    it("is what is left, goods and delivery", () => {
      const now = order(
        [line("a", 3, "900", { refunded_quantity: 1, refunded_amount: "300" }), line("b", 1, "0")],
        {
          shipping_paid: "100",
        }
      )
      expect(planRefund(now, {})).toEqual({
        amount: "700",
        shipping_amount: "100",
        lines: [
          expect.objectContaining({ company_order_line_id: "a", quantity: 2, amount: "600" }),
          expect.objectContaining({ company_order_line_id: "b", quantity: 1, amount: "0" }),
        ],
      })
    })

    it("of what has gone back already is nothing", () => {
      const now = order([line("a", 1, "900", { refunded_quantity: 1, refunded_amount: "900" })])
      expect(codeOf(() => planRefund(now, {}))).toBe("REFUND_NOTHING")
    })
  })

  describe("whatever is asked for", () => {
    const anOrder = fc
      .record({
        digits: fc.constantFrom(0, 2),
        lines: fc.array(
          fc.record({ quantity: fc.integer({ min: 1, max: 12 }), hundredths: fc.nat(5_000_000) }),
          {
            minLength: 1,
            maxLength: 5,
          }
        ),
        shipping: fc.nat(3_000_000),
      })
      .map(({ digits, lines, shipping }) =>
        order(
          lines.map(({ quantity, hundredths }, index) =>
            line(`l${index}`, quantity, (hundredths / 100).toFixed(2))
          ),
          { digits, shipping_paid: (shipping / 100).toFixed(2) }
        )
      )
    const aRequest: fc.Arbitrary<RefundRequest> = fc.oneof(
      fc.record({ amount: fc.oneof(fc.nat(200_000), fc.double({ min: 0, max: 1e6, noNaN: true })) }),
      fc.record({
        items: fc.array(
          fc.record({ id: fc.nat(4).map((at) => `l${at}`), quantity: fc.integer({ min: 1, max: 5 }) }),
          { minLength: 1, maxLength: 4 }
        ),
        shipping: fc.oneof(fc.boolean(), fc.nat(30_000)),
      }),
      fc.record({ shipping: fc.oneof(fc.boolean(), fc.nat(30_000)) })
    )

    it("a refund adds up, is of whole tiyin, and never takes more than is left of any part", () => {
      fc.assert(
        fc.property(anOrder, fc.array(aRequest, { maxLength: 12 }), (paid, requests) => {
          let now = paid
          for (const request of requests) {
            let plan: RefundPlan
            try {
              plan = planRefund(now, request)
            } catch (error) {
              expect((error as { code: string }).code).toMatch(/^REFUND_/)
              continue
            }
            expect(plan.amount).toBe(add(plan.shipping_amount, ...plan.lines.map(({ amount }) => amount)))
            expect(MathBN.mult(plan.amount, 100).isInteger()).toBe(true)
            now = after(now, plan)
            for (const row of now.lines) {
              expect(MathBN.lte(row.refunded_amount, row.total)).toBe(true)
              expect(row.refunded_quantity).toBeLessThanOrEqual(row.quantity)
            }
            expect(MathBN.lte(now.shipping_refunded, now.shipping_paid)).toBe(true)
            if (request.amount !== undefined) {
              expect(MathBN.eq(plan.amount, request.amount)).toBe(true)
            }
          }
          // Whatever went before, everything that is left goes back, and then nothing is.
          if (leftOf(now).isGreaterThan(0)) {
            now = after(now, planRefund(now, {}))
          }
          expect(leftOf(now).toFixed()).toBe("0")
          expect(codeOf(() => planRefund(now, {}))).toBe("REFUND_NOTHING")
        }),
        { numRuns: 400 }
      )
    })

    it("the pieces of a line add up to the line exactly, in whatever parts they are sent back", () => {
      const parts = fc.integer({ min: 1, max: 40 }).chain((quantity) =>
        fc.record({
          quantity: fc.constant(quantity),
          cuts: fc.array(fc.integer({ min: 1, max: quantity }), { minLength: 1, maxLength: quantity }),
          total: fc.nat(100_000_000).map((hundredths) => (hundredths / 100).toFixed(2)),
          digits: fc.constantFrom(0, 2),
        })
      )
      fc.assert(
        fc.property(parts, ({ quantity, cuts, total, digits }) => {
          let now = order([line("a", quantity, total), line("b", 1, "1000000")], { digits })
          let left = quantity
          for (const cut of [...cuts, quantity]) {
            const piece = Math.min(cut, left)
            if (piece > 0) {
              // With a line that costs something, so that a piece of no money is no refusal.
              const plan = planRefund(
                { ...now, lines: [now.lines[0], line("b", 1, "1000000")] },
                {
                  items: [
                    { id: "a", quantity: piece },
                    { id: "b", quantity: 1 },
                  ],
                }
              )
              now = after(now, { ...plan, lines: plan.lines.slice(0, 1) })
              left -= piece
            }
          }
          expect(MathBN.eq(now.lines[0].refunded_amount, total)).toBe(true)
        }),
        { numRuns: 400 }
      )
    })
  })
})
