import fc from "fast-check"
import { CheckoutRecord, decideLook, LATE_MS } from "../decide-look"

const END = 1_700_001_800_000
const NOW = END - 1_000_000
const RECORD: CheckoutRecord = { amount_tiyin: 1000, state: "open", session_ends_at: END }
const COMPLETED = { status: "COMPLETED", amount: 1000, completedAmount: 1000, refundedAmount: 0 }
const look = (order: object, isPayable = true, now = NOW, state: CheckoutRecord["state"] = "open") =>
  decideLook({ ...RECORD, state }, order, isPayable, now)

describe("what follows from where a payment stands at Uzum", () => {
  it("waits while it may be paid, and ten minutes more for a 3-D Secure answer", () => {
    expect(look({ status: "REGISTERED" })).toBe("wait")
    expect(look({ status: "REGISTERED" }, false)).toBe("wait")
    expect(look({ status: "REGISTERED" }, true, END + LATE_MS - 1)).toBe("wait")
    expect(look({ status: "REGISTERED" }, true, END + LATE_MS)).toBe("close")
    expect(look({ status: "TOP_UP_COMPLETED" })).toBe("wait")
  })

  it("books money that is there, to the last tiyin, once", () => {
    expect(look(COMPLETED)).toBe("book")
    expect(look(COMPLETED, true, NOW, "closed")).toBe("book")
    expect(look(COMPLETED, true, NOW, "booking")).toBe("finish")
    expect(look(COMPLETED, true, NOW, "paid")).toBe("compare")
    expect(look({ ...COMPLETED, completedAmount: 999 })).toBe("give_back")
    expect(look({ ...COMPLETED, status: "REFUNDED", refundedAmount: 400 })).toBe("give_back")
  })

  it("gives back what came for an order that is paid, cancelled or closed", () => {
    expect(look(COMPLETED, false)).toBe("give_back")
    expect(look(COMPLETED, false, NOW, "closed")).toBe("give_back")
    expect(look({ ...COMPLETED, status: "REFUNDED", refundedAmount: 1000 }, false)).toBe("close")
    expect(look({ ...COMPLETED, status: "REFUNDED", refundedAmount: 1000 }, false, NOW, "closed")).toBe(
      "leave"
    )
  })

  it("never books, nor gives back, a refund that does not say how much of it went back", () => {
    for (const refundedAmount of [undefined, 0]) {
      const refunded = { status: "REFUNDED", amount: 1000, refundedAmount }
      expect(look(refunded)).toBe("doubt")
      expect(look(refunded, false, NOW, "closed")).toBe("doubt")
    }
    expect(look({ ...COMPLETED, status: "REFUNDED", reversedAmount: 1000 })).toBe("doubt")
  })

  it("never books money that was released", () => {
    expect(look({ ...COMPLETED, reversedAmount: 1000 })).toBe("close")
    expect(look({ ...COMPLETED, reversedAmount: 400 })).toBe("give_back")
  })

  it("takes held money of an order that may be paid, and lets go of any other (K-05, K-07)", () => {
    const held = { status: "AUTHORIZED", amount: 1000 }

    expect(look(held)).toBe("capture")
    expect(look(held, false)).toBe("release")
    expect(look({ ...held, amount: 999 })).toBe("release")
    expect(look(held, false, NOW, "closed")).toBe("release")
  })

  it.each(["DECLINED", "REVERSED"])("%s is the end", (status) => {
    expect(look({ status })).toBe("close")
    expect(look({ status }, true, NOW, "closed")).toBe("leave")
  })

  it("never books what may not be paid, or what Uzum does not say is there", () => {
    const status = fc.constantFrom(
      "REGISTERED",
      "AUTHORIZED",
      "COMPLETED",
      "DECLINED",
      "REVERSED",
      "REFUNDED",
      "X"
    )
    const amount = fc.constantFrom(0, 400, 1000)
    const state = fc.constantFrom<CheckoutRecord["state"]>("open", "paid", "refunded", "closed")
    fc.assert(
      fc.property(
        status,
        amount,
        fc.option(amount, { nil: undefined }),
        fc.option(amount, { nil: undefined }),
        state,
        fc.boolean(),
        fc.nat(),
        (name, taken, refundedAmount, reversedAmount, own, isPayable, at) => {
          const order = { status: name, amount: 1000, completedAmount: taken, refundedAmount, reversedAmount }
          const what = look(order, isPayable, at, own)
          if (what === "book") {
            expect([isPayable, name, refundedAmount ?? 0, reversedAmount ?? 0]).toEqual([
              true,
              "COMPLETED",
              0,
              0,
            ])
          }
          if (what === "give_back") {
            expect((taken || 1000) - (refundedAmount ?? 0) - (reversedAmount ?? 0)).toBeGreaterThan(0)
          }
          if (own === "paid" || own === "refunded") {
            expect(what).toBe("compare")
          }
          if (!isPayable) {
            expect(["book", "capture"]).not.toContain(what)
          }
        }
      )
    )
  })
})
