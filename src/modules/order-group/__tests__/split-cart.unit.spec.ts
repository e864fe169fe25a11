import { decorateCartTotals, MathBN } from "@medusajs/framework/utils"
import fc from "fast-check"
import { MARKET } from "../lib/market"
import { CartItem, CartMethod, splitCart } from "../lib/split-cart"

type Row = {
  id: string
  company: string
  quantity: number
  unit_price: number
  is_tax_inclusive: boolean
  adjustments: Array<{ amount: number; is_tax_inclusive: boolean }>
  tax_lines: ReadonlyArray<{ rate: number }>
}

const companies = ["a", "b", "c", MARKET]

const charge = {
  is_tax_inclusive: fc.boolean(),
  tax_lines: fc.oneof(fc.constant([]), fc.constant([{ rate: 12 }])),
}

/** Goods with discounts that need not be whole: per cent of a price, a third of a sum. */
const row = fc
  .record({
    company: fc.constantFrom(...companies),
    quantity: fc.integer({ min: 1, max: 20 }),
    unit_price: fc.integer({ min: 1, max: 5_000_000 }),
    discount: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 10_000 })),
    ...charge,
  })
  .map(({ discount, ...rest }, index?: number): Row => {
    const amount = (rest.unit_price * rest.quantity * discount) / 10_000
    return {
      ...rest,
      id: `i${index}`,
      adjustments: discount ? [{ amount, is_tax_inclusive: rest.is_tax_inclusive }] : [],
    }
  })

const method = fc.record({
  company: fc.constantFrom(...companies),
  amount: fc.integer({ min: 0, max: 50_000 }),
  ...charge,
})

const cartArb = fc
  .record({
    rows: fc.array(row, { minLength: 1, maxLength: 8 }),
    methods: fc.array(method, { maxLength: 4 }),
    credit: fc.integer({ min: 0, max: 30 }),
  })
  .map(({ rows, methods, credit }) => {
    const items = rows.map((item, index) => ({ ...item, id: `i${index}` }))
    const shipping_methods = methods.map((item, index) => ({ ...item, id: `m${index}`, adjustments: [] }))
    const total = decorate({ items, shipping_methods, credit_lines: [] }).total
    // A credit is a part of what the cart costs, as a gift card is.
    const amount = MathBN.div(MathBN.mult(total as number, credit), 100)
      .integerValue(1)
      .toNumber()
    return {
      items,
      shipping_methods,
      credit_lines: amount ? [{ amount, reference: "gift", reference_id: "g" }] : [],
    }
  })

function decorate(
  cart: object
): Record<string, unknown> & { items: CartItem[]; shipping_methods: CartMethod[] } {
  return decorateCartTotals({ currency_code: "uzs", ...structuredClone(cart) } as never) as never
}

const companyOf = {
  item: (item: CartItem) => (item as unknown as Row).company,
  method: (item: CartMethod) => (item as unknown as { company: string }).company,
}

const sum = (values: unknown[]) => MathBN.sum(...(values as number[]), 0)

describe("splitCart", () => {
  it("makes orders whose every total adds up to the cart's, as Medusa itself computes both", () => {
    fc.assert(
      fc.property(cartArb, (raw) => {
        const cart = decorate(raw)
        const parts = splitCart({ ...raw, ...cart, total: cart.total as number } as never, companyOf)
        const orders = parts.map((part) =>
          decorate({
            currency_code: "uzs",
            items: raw.items
              .filter(({ id }) => part.items.some((item) => item.id === id))
              .map(rounded(part.rounding)),
            shipping_methods: raw.shipping_methods.filter(({ id }) =>
              part.shipping_methods.some((m) => m.id === id)
            ),
            credit_lines: part.credit_lines.map((line) => ({ ...line, amount: Number(line.amount) })),
          })
        )
        for (const field of ["item_total", "shipping_total", "discount_total", "tax_total"] as const) {
          expect(near(sum(parts.map((part) => part[field])), cart[field] ?? 0)).toBe(true)
        }
        const whole = MathBN.convert(cart.total as number).toFixed(0, 4)
        expect(sum(parts.map(({ total }) => total)).toFixed()).toBe(whole)
        parts.forEach((part, index) => {
          expect(near(orders[index].total, part.total)).toBe(true)
          expect(part.total).toMatch(/^\d+$/)
        })
      }),
      { numRuns: 300 }
    )
  })

  it("keeps every item and delivery, each in its own company's part", () => {
    fc.assert(
      fc.property(cartArb, (raw) => {
        const parts = splitCart({ ...decorate(raw) } as never, companyOf)
        expect(parts.flatMap(({ items }) => items.map(({ id }) => id)).sort()).toEqual(
          raw.items.map(({ id }) => id).sort()
        )
        expect(parts.flatMap((part) => part.shipping_methods.map(({ id }) => id)).sort()).toEqual(
          raw.shipping_methods.map(({ id }) => id).sort()
        )
        expect(new Set(parts.map(({ company_id }) => company_id)).size).toBe(parts.length)
      })
    )
  })

  it("leaves a cart of one company as it is", () => {
    const item = { id: "i", variant_id: "v", total: 12_345, discount_total: 0, tax_total: 0 }
    const [part, ...others] = splitCart(
      { total: 12_345, items: [item], shipping_methods: [] },
      { item: () => "a", method: () => null }
    )
    expect(others).toEqual([])
    expect(part).toMatchObject({ company_id: "a", total: "12345", credit_lines: [] })
  })

  it("gives half so'm to the largest remainder and says what has to come off", () => {
    const items = [
      { id: "1", total: 10.5, company: "a" },
      { id: "2", total: 10.25, company: "b" },
    ]
    const parts = splitCart(
      { total: 20.75, items, shipping_methods: [] },
      {
        item: (i) => (i as unknown as Row).company,
        method: () => null,
      }
    )
    expect(parts.map(({ total }) => total)).toEqual(["11", "10"])
    expect(parts.map(({ rounding }) => rounding)).toEqual(["-0.5", "0.25"])
  })
})

/** Puts a part's rounding on its first item, as an order gets it. */
function rounded(amount: string) {
  return (item: object, index: number) =>
    index > 0
      ? item
      : {
          ...item,
          adjustments: [...(item as Row).adjustments, { amount: Number(amount), is_tax_inclusive: true }],
        }
}

/** Medusa's totals pass through JavaScript numbers here; they agree to a hundredth of a tiyin. */
function near(a: unknown, b: unknown): boolean {
  return MathBN.lt(MathBN.sub(a as number, b as number).abs(), 0.0001)
}
