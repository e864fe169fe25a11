import fc from "fast-check"
import { clickFiscal, ClickFiscalLine } from "../index"

const line = (change: Partial<ClickFiscalLine> = {}): ClickFiscalLine => ({
  title: "Tandir noni",
  quantity: 3,
  price_tiyin: 990_000,
  discount_tiyin: 0,
  ikpu: "00702001001000001",
  package_code: "1234567",
  vat_percent: 12,
  seller_tax_id: "123456789",
  ...change,
})

describe("clickFiscal (3.4)", () => {
  it("M-10 two lines, a discount and delivery add up to the payment", () => {
    const lines = [
      line({ discount_tiyin: 90_000 }),
      line({ title: "Smartfon", quantity: 1, price_tiyin: 111_000_000, seller_tax_id: "31234567890123" }),
      line({ title: "Yetkazib berish", quantity: 1, price_tiyin: 2_000_000, vat_percent: 0 }),
    ]
    expect(clickFiscal(lines, 113_900_000)).toEqual({
      body: {
        items: [
          {
            Name: "Tandir noni dona",
            SPIC: "00702001001000001",
            PackageCode: "1234567",
            GoodPrice: 330_000,
            Price: 990_000,
            Amount: 3,
            VAT: 96_429,
            VATPercent: 12,
            Discount: 90_000,
            CommissionInfo: { TIN: "123456789" },
          },
          expect.objectContaining({
            Price: 111_000_000,
            VAT: 11_892_857,
            CommissionInfo: { PINFL: "31234567890123" },
          }),
          expect.objectContaining({ Price: 2_000_000, VAT: 0, VATPercent: 0 }),
        ],
        received_ecash: 113_900_000,
        received_cash: 0,
        received_card: 0,
      },
    })
  })

  it("M-11 names every line that lacks something, and what", () => {
    const lines = [
      line({ ikpu: null }),
      line({ title: "Patir", ikpu: "702001001000001", package_code: " " }),
      line({ title: "Smartfon", seller_tax_id: null }),
      line({ title: "Choy" }),
    ]
    expect(clickFiscal(lines, 1)).toEqual({
      missing: ["Tandir noni: IKPU", "Patir: IKPU, package code", "Smartfon: the company's STIR or PINFL"],
    })
  })

  it.each([
    ["a fraction of a unit", line({ quantity: 0.5 })],
    ["no unit", line({ quantity: 0 })],
    ["a discount above the price", line({ discount_tiyin: 990_001 })],
    ["a fraction of a tiyin", line({ price_tiyin: 0.5 })],
    ["VAT that is not whole", line({ vat_percent: 12.5 })],
  ])("refuses %s", (_, wrong) => {
    expect(() => clickFiscal([wrong], wrong.price_tiyin - wrong.discount_tiyin)).toThrow(RangeError)
  })

  it("refuses lines that do not add up to what was paid, and no lines", () => {
    expect(() => clickFiscal([line()], 989_999)).toThrow("990000")
    expect(() => clickFiscal([], 0)).toThrow(RangeError)
  })

  it("leaves out the price of a unit that is no whole tiyin", () => {
    const fiscal = clickFiscal([line({ price_tiyin: 1000 })], 1000)
    expect("body" in fiscal && fiscal.body.items[0]).not.toHaveProperty("GoodPrice")
  })

  it("cuts names to 63 characters with the unit at the end, never through a pair", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 120 }), (title) => {
        const fiscal = clickFiscal([line({ title })], 990_000)
        const { Name } = (fiscal as { body: { items: Array<{ Name: string }> } }).body.items[0]
        expect(Name.length).toBeLessThanOrEqual(63)
        expect(Name.endsWith(" dona")).toBe(true)
        expect(Buffer.from(Name, "utf8").toString("utf8")).toBe(Name)
      })
    )
  })

  it("what was received is what the lines come to, whatever they are", () => {
    const lines = fc.array(
      fc.record({ quantity: fc.integer({ min: 1, max: 99 }), price: fc.nat(10 ** 9), part: fc.nat(100) }),
      { minLength: 1 }
    )
    fc.assert(
      fc.property(lines, (facts) => {
        const rows = facts.map(({ quantity, price, part }) =>
          line({ quantity, price_tiyin: price, discount_tiyin: Math.floor((price * part) / 100) })
        )
        const paid = rows.reduce((sum, row) => sum + row.price_tiyin - row.discount_tiyin, 0)
        const fiscal = clickFiscal(rows, paid)
        const { items, received_ecash } = (fiscal as Extract<typeof fiscal, { body: unknown }>).body
        expect(items.reduce((sum, row) => sum + row.Price - (row.Discount ?? 0), 0)).toBe(received_ecash)
      })
    )
  })
})
