import fc from "fast-check"
import { endOf, Purchase, rightOf } from "../lib/right"

const NOW = new Date("2026-11-21T12:00:00Z")
const DAY = 24 * 60 * 60 * 1000
const order = (status: string, daysAgo: number | null, id = "cord_1"): Purchase => ({
  company_order_id: id,
  status,
  delivered_at: daysAgo === null ? null : new Date(NOW.getTime() - daysAgo * DAY),
})

describe("the right to say how it was", () => {
  it.each([
    [[], "RATING_NOT_BOUGHT"],
    [[order("pending", null)], "RATING_NOT_BOUGHT"],
    [[order("cancelled", null)], "RATING_NOT_BOUGHT"],
    [[order("cancelled", 3)], "RATING_NOT_BOUGHT"],
    [[order("returned", null)], "RATING_NOT_BOUGHT"],
    [[order("paid", null)], "RATING_NOT_DELIVERED"],
    [[order("shipped", null), order("delivered", 181)], "RATING_NOT_DELIVERED"],
    [[order("delivered", 181)], "RATING_WINDOW_OVER"],
    [[order("delivered", 180)], null],
    [[order("returned", 3)], null],
    [[order("paid", 3)], null],
  ])("of %j is %s", (purchases, reason) => {
    expect(rightOf(purchases, NOW, 180).reason).toBe(reason)
  })

  it("comes from the latest purchase, and never ends without a window", () => {
    const purchases = [
      order("delivered", 90, "old"),
      order("delivered", 2, "new"),
      order("delivered", 400, "older"),
    ]
    expect(rightOf(purchases, NOW, 180).purchase?.company_order_id).toBe("new")
    expect(rightOf([order("delivered", 4000)], NOW, 0).reason).toBeNull()
  })

  it("is the same whatever the order of the purchases, and needs one that is delivered in time", () => {
    const one = fc
      .tuple(
        fc.constantFrom("pending", "paid", "shipped", "delivered", "returned", "cancelled"),
        fc.option(fc.integer({ min: 0, max: 400 })),
        fc.uuid()
      )
      .map(([status, daysAgo, id]) => order(status, daysAgo, id))
    fc.assert(
      fc.property(fc.array(one, { maxLength: 6 }), fc.integer({ min: 1, max: 365 }), (purchases, days) => {
        const right = rightOf(purchases, NOW, days)
        expect(rightOf([...purchases].reverse(), NOW, days).reason).toBe(right.reason)
        const isInTime = purchases.some(
          ({ status, delivered_at }) =>
            status !== "cancelled" && delivered_at !== null && endOf(delivered_at, days) >= NOW
        )
        expect(right.reason === null).toBe(isInTime)
      })
    )
  })
})
