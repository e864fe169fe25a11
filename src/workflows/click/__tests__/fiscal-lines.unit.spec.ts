import fc from "fast-check"
import { toTiyin } from "../../../lib/money"
import { clickFiscalLines, FiscalOrderRow } from "../fiscal-lines"

const order = (change: Partial<FiscalOrderRow> = {}): FiscalOrderRow => ({
  tax_id: "123456789",
  is_vat_payer: true,
  shipping_paid: "0",
  lines: [
    {
      title: "Tandir noni",
      quantity: "3",
      unit_price: "3300",
      total: "9000",
      ikpu: "00702001001000001",
      package_code: "1234567",
      vat_percent: "12",
    },
  ],
  ...change,
})

describe("clickFiscalLines", () => {
  it("tells the listed price and what was taken off it, in tiyin", () => {
    expect(clickFiscalLines(order(), {})).toEqual([
      {
        title: "Tandir noni",
        quantity: 3,
        price_tiyin: 990_000,
        discount_tiyin: 90_000,
        ikpu: "00702001001000001",
        package_code: "1234567",
        vat_percent: 12,
        seller_tax_id: "123456789",
      },
    ])
  })

  it("a total above the listed price, because tax came on top, is the price", () => {
    const [line] = order().lines
    const [taxed] = clickFiscalLines(order({ lines: [{ ...line, total: "11088" }] }), {})
    expect(taxed).toMatchObject({ price_tiyin: 1_108_800, discount_tiyin: 0 })
  })

  it("delivery is a line of the company's own, with VAT when the company pays it", () => {
    const codes = { ikpu: "10112006002000000", package_code: "1209885" }
    const [, delivery] = clickFiscalLines(order({ shipping_paid: "20000" }), codes)
    expect(delivery).toMatchObject({
      price_tiyin: 2_000_000,
      vat_percent: 12,
      seller_tax_id: "123456789",
      ...codes,
    })
    const [, untaxed] = clickFiscalLines(order({ shipping_paid: "20000", is_vat_payer: false }), {})
    expect(untaxed).toMatchObject({ vat_percent: 0, ikpu: null, package_code: null })
  })

  it("what the lines come to is what was paid", () => {
    const sums = fc.nat(10 ** 7).map(String)
    const lines = fc.array(
      fc.record({ unit_price: sums, total: sums, quantity: fc.integer({ min: 1, max: 99 }).map(String) })
    )
    fc.assert(
      fc.property(lines, sums, (rows, shipping_paid) => {
        const [line] = order().lines
        const made = clickFiscalLines(
          order({ shipping_paid, lines: rows.map((row) => ({ ...line, ...row })) }),
          {}
        )
        const paid = rows.reduce((sum, { total }) => sum + toTiyin(total), toTiyin(shipping_paid))
        expect(
          made.reduce((sum, { price_tiyin, discount_tiyin }) => sum + price_tiyin - discount_tiyin, 0)
        ).toBe(paid)
        expect(made.every(({ discount_tiyin }) => discount_tiyin >= 0)).toBe(true)
      })
    )
  })
})
