import fc from "fast-check"
import { checkTimes, decideSale } from "../lib/decide-sale"
import { drawerOf } from "../lib/drawer"
import { checkPayments, priceSale, shareDiscount } from "../lib/price-sale"
import { Goods, SaleRequest } from "../types"

const goods = (...rows: Array<Partial<Goods> & { id: string }>): Map<string, Goods> =>
  new Map(
    rows.map((row) => [
      row.id,
      { variant_id: `variant_${row.id}`, title: row.id, price: 1000, available: 10, is_live: true, ...row },
    ])
  )

const request = (more: Partial<SaleRequest> = {}): SaleRequest => ({
  client_id: "c",
  shift_id: "s",
  sold_at: "2026-11-21T10:00:00Z",
  is_offline: false,
  lines: [{ variant_id: "a", quantity: 2, unit_price: 1000 }],
  payments: [{ method: "cash", amount: 2000 }],
  ...more,
})

const codeOf = (work: () => unknown) => {
  try {
    work()
    return null
  } catch (error) {
    return (error as { code: string }).code
  }
}

describe("a discount of the whole sale", () => {
  it("is shared to the so'm, and takes no line below nothing", () => {
    const nets = fc.array(fc.nat(1e12), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(nets, fc.double({ min: 0, max: 1, noNaN: true }), (nets, part) => {
        const discount = Math.floor(nets.reduce((sum, net) => sum + net, 0) * part)
        const shares = shareDiscount(discount, nets)
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(discount)
        shares.forEach((share, index) => {
          expect(share).toBeGreaterThanOrEqual(0)
          expect(share).toBeLessThanOrEqual(nets[index])
        })
      })
    )
  })
})

describe("the price of a sale", () => {
  const lines = fc.array(
    fc.record({
      price: fc.nat(1e9),
      seen: fc.nat(1e9),
      quantity: fc.integer({ min: 1, max: 1000 }),
      cut: fc.nat(100),
    }),
    { minLength: 1, maxLength: 10 }
  )

  it("is the sum of its lines, each price times quantity less its discount, and never negative", () => {
    fc.assert(
      fc.property(
        lines,
        fc.nat(100),
        fc.constantFrom("server" as const, "seen" as const),
        (rows, cut, by) => {
          const shelf = goods(...rows.map(({ price }, index) => ({ id: String(index), price })))
          const priceOf = (row: { price: number; seen: number }) => (by === "server" ? row.price : row.seen)
          const asked = request({
            lines: rows.map((row, index) => ({
              variant_id: String(index),
              quantity: row.quantity,
              unit_price: row.seen,
              discount: Math.floor((priceOf(row) * row.quantity * row.cut) / 100),
            })),
          })
          const before = priceSale(asked, shelf, by)
          const discount = Math.floor((before.total * cut) / 100)
          const sale = priceSale({ ...asked, discount }, shelf, by)
          expect(sale.total).toBe(before.total - discount)
          expect(sale.total).toBe(sale.lines.reduce((sum, line) => sum + line.total, 0))
          expect(sale.discount).toBe(sale.lines.reduce((sum, line) => sum + line.discount, 0))
          for (const line of sale.lines) {
            expect(line.total).toBe(line.unit_price * line.quantity - line.discount)
            expect(line.total).toBeGreaterThanOrEqual(0)
          }
        }
      )
    )
  })

  it("refuses a discount that is more than a line, or the whole, costs", () => {
    const line = { variant_id: "a", quantity: 1, unit_price: 1000 }
    const price = (more: Partial<SaleRequest>) => () => priceSale(request(more), goods({ id: "a" }), "server")
    expect(codeOf(price({ lines: [{ ...line, discount: 1001 }] }))).toBe("POS_DISCOUNT_TOO_BIG")
    expect(codeOf(price({ lines: [{ ...line, discount: 1000 }] }))).toBeNull()
    expect(codeOf(price({ lines: [{ ...line, discount: 600 }], discount: 401 }))).toBe("POS_DISCOUNT_TOO_BIG")
  })
})

describe("payments", () => {
  it("have to be the total, each way once, with enough cash handed over", () => {
    const pay = (payments: SaleRequest["payments"], tendered?: number) =>
      codeOf(() => checkPayments(request({ payments, tendered }), 2000))
    const cash = (amount: number) => ({ method: "cash" as const, amount })
    const card = (amount: number) => ({ method: "card" as const, amount })
    expect(pay([cash(2000)])).toBeNull()
    expect(pay([cash(500), card(1500)], 500)).toBeNull()
    for (const [payments, tendered] of [
      [[cash(1999)], undefined],
      [[card(2001)], undefined],
      [[], undefined],
      [[cash(1000), cash(1000)], undefined],
      [[cash(2000)], 1999],
      [[card(2000)], 2000],
    ] as Array<[SaleRequest["payments"], number | undefined]>) {
      expect(pay(payments, tendered)).toBe("POS_PAYMENT_WRONG")
    }
  })
})

describe("the decision", () => {
  const decide = (more: Partial<SaleRequest>, shelf = goods({ id: "a" }), discount = true) => {
    const decision = decideSale(request(more), shelf, { discount })
    const problems = "problems" in decision ? decision.problems.map(({ kind }) => kind) : []
    return [decision.kind, decision.kind === "refuse" ? decision.error.code : null, problems]
  }

  it("sells what fits", () => {
    expect(decide({})).toEqual(["sell", null, []])
    expect(decide({ is_offline: true })).toEqual(["sell", null, []])
  })

  it.each([
    ["short", goods({ id: "a", available: 1 }), "POS_SHORT_STOCK"],
    ["price", goods({ id: "a", price: 1001 }), "POS_PRICE_CHANGED"],
    ["gone", goods({ id: "a", is_live: false }), "POS_GOODS_GONE"],
  ])("refuses %s online and leaves it to a person offline", (kind, shelf, code) => {
    expect(decide({}, shelf)).toEqual(["refuse", code, [kind]])
    expect(decide({ is_offline: true }, shelf)).toEqual(["review", null, [kind]])
  })

  it("leaves a discount that nobody allowed to a person, offline", () => {
    const more = { discount: 1, payments: [{ method: "cash" as const, amount: 1999 }] }
    expect(decide(more, goods({ id: "a" }), false)).toEqual([
      "refuse",
      "POS_DISCOUNT_FORBIDDEN",
      ["discount"],
    ])
    expect(decide({ ...more, is_offline: true }, goods({ id: "a" }), false)).toEqual([
      "review",
      null,
      ["discount"],
    ])
  })

  it("refuses unknown goods and money that does not add up, offline too", () => {
    expect(decide({ is_offline: true }, goods({ id: "b" }))).toEqual(["refuse", "POS_GOODS_UNKNOWN", []])
    expect(decide({ is_offline: true, payments: [{ method: "cash", amount: 1 }] })).toEqual([
      "refuse",
      "POS_PAYMENT_WRONG",
      [],
    ])
  })

  it("adds up lines of the same goods before it looks at the shelf", () => {
    const line = { variant_id: "a", quantity: 6, unit_price: 1000 }
    const more = { lines: [line, line], payments: [{ method: "card" as const, amount: 12_000 }] }
    expect(decide(more)).toEqual(["refuse", "POS_SHORT_STOCK", ["short"]])
    expect(decide(more, goods({ id: "a", available: null }))).toEqual(["sell", null, []])
  })
})

describe("a sale's time", () => {
  const now = new Date("2026-11-21T12:00:00Z")
  const shift = { status: "open" as const, opened_at: new Date("2026-11-21T08:00:00Z"), closed_at: null }
  const closed = { ...shift, status: "closed" as const, closed_at: new Date("2026-11-21T11:00:00Z") }
  const at = (sold_at: string, is_offline = false, of: typeof shift | typeof closed | null = shift) =>
    codeOf(() => checkTimes({ sold_at, is_offline }, of, now))

  it("is neither to come nor more than thirty days ago", () => {
    expect(at("2026-11-21T12:01:00Z")).toBeNull()
    expect(at("2026-11-21T12:03:00Z")).toBe("POS_SOLD_AT_WRONG")
    expect(at("2026-10-22T11:59:00Z", true)).toBe("POS_SOLD_AT_WRONG")
  })

  it("lies within the shift when it was made offline; online the shift is open", () => {
    expect(at("2026-11-21T10:00:00Z", false, closed)).toBe("POS_SHIFT_REQUIRED")
    expect(at("2026-11-21T10:00:00Z", true, closed)).toBeNull()
    expect(at("2026-11-21T11:30:00Z", true, closed)).toBe("POS_SHIFT_REQUIRED")
    expect(at("2026-11-21T07:00:00Z", true)).toBe("POS_SHIFT_REQUIRED")
    expect(at("2026-11-21T10:00:00Z", true, null)).toBe("POS_SHIFT_REQUIRED")
  })
})

describe("a drawer", () => {
  it("holds what was put in less what was taken out; the difference is what was counted beyond it", () => {
    const som = fc.integer({ min: 0, max: 1e12 })
    fc.assert(
      fc.property(
        som,
        som,
        som,
        fc.integer({ min: -1e12, max: 1e12 }),
        som,
        (open, sales, back, moved, counted) => {
          const sums = { opening_cash: open, cash_total: sales, cash_returns: back, moved_total: moved }
          const { expected_cash, difference } = drawerOf({ ...sums, counted_cash: counted })
          expect(expected_cash).toBe(open + sales - back + moved)
          expect(expected_cash + difference!).toBe(counted)
          expect(drawerOf({ ...sums, counted_cash: null }).difference).toBeNull()
        }
      )
    )
  })
})
