import * as fc from "fast-check"
import { apportion } from "../../../../lib/money"
import { checkoutForm, encodeFiscalDetail, fiscalDetail, FiscalInput, FiscalLine } from "../index"

const JSON_TEXT =
  '{"receipt_type":0,"items":[{"title":"Помидоры 1 кг","price":505000,"count":2,"code":"00702001001000001",' +
  '"units":241092,"vat_percent":12,"package_code":"123456","discount":10000}],' +
  '"shipping":{"title":"Доставка","price":500000}}'
const BASE64 =
  "eyJyZWNlaXB0X3R5cGUiOjAsIml0ZW1zIjpbeyJ0aXRsZSI6ItCf0L7QvNC40LTQvtGA0YsgMSDQutCzIiwicHJpY2UiOjUwNTAwMCwiY291bnQiOjIsImNvZGUiOiIwMDcwMjAwMTAwMTAwMDAwMSIsInVuaXRzIjoyNDEwOTIsInZhdF9wZXJjZW50IjoxMiwicGFja2FnZV9jb2RlIjoiMTIzNDU2IiwiZGlzY291bnQiOjEwMDAwfV0sInNoaXBwaW5nIjp7InRpdGxlIjoi0JTQvtGB0YLQsNCy0LrQsCIsInByaWNlIjo1MDAwMDB9fQ=="

const tomatoes: FiscalLine = {
  title: "Помидоры 1 кг",
  unit_price_tiyin: 505000,
  quantity: 2,
  discount_tiyin: 10000,
  ikpu: "00702001001000001",
  package_code: "123456",
  vat_percent: 12,
  units: 241092,
}
const input: FiscalInput = {
  lines: [tomatoes],
  shipping: { title: "Доставка", price_tiyin: 500000 },
  amount_tiyin: 1_500_000,
}
const withLine = (line: Partial<FiscalLine>, amount_tiyin: number): FiscalInput => ({
  lines: [{ ...tomatoes, ...line }],
  amount_tiyin,
})
const detailOf = (from: FiscalInput) => {
  const result = fiscalDetail(from)
  if (!("detail" in result)) {
    throw new Error("no detail")
  }
  return result.detail
}

describe("fiscalDetail", () => {
  it("gives the protocol's sample, to text and base64 and back", () => {
    const detail = detailOf(input)

    expect(JSON.stringify(detail)).toBe(JSON_TEXT)
    expect(encodeFiscalDetail(detail)).toBe(BASE64)
    expect(JSON.parse(Buffer.from(BASE64, "base64").toString("utf8"))).toEqual(detail)
  })

  it("goes into the form", () => {
    const form = checkoutForm({
      host: "https://checkout.paycom.uz",
      merchantId: "aaaaaaaaaaaaaaaaaaaaaaaa",
      account: { order_id: "1001" },
      amountTiyin: 1_500_000,
      detail: detailOf(input),
    })

    expect(form.fields.detail).toBe(BASE64)
  })

  it("leaves out discount, units and shipping where there are none", () => {
    const detail = detailOf({
      ...withLine({ discount_tiyin: 0, units: null }, 1010000),
      shipping: { title: "", price_tiyin: 0 },
    })

    expect(Object.keys(detail)).toEqual(["receipt_type", "items"])
    expect(Object.keys(detail.items[0])).toEqual([
      "title",
      "price",
      "count",
      "code",
      "vat_percent",
      "package_code",
    ])
  })

  it.each([
    { ikpu: null },
    { ikpu: "" },
    { ikpu: "0702001001000001" },
    { ikpu: "0070200100100000A" },
    { package_code: null },
    { package_code: " " },
  ])("names the line without a valid code and invents none: %j", (line) => {
    const lines = [tomatoes, { ...tomatoes, ...line, title: "Огурцы" }]

    expect(fiscalDetail({ lines, amount_tiyin: 1 })).toEqual({ missing: ["Огурцы"] })
  })

  it.each([1_499_999, 1_500_001, 1_000_000, -1, 0.5])(
    "refuses the amount %d that the rows do not give",
    (amount_tiyin) => {
      expect(() => fiscalDetail({ ...input, amount_tiyin })).toThrow(RangeError)
    }
  )

  it("counts fractions of a unit exactly, or not at all", () => {
    expect(
      detailOf(withLine({ quantity: 0.3, unit_price_tiyin: 110, discount_tiyin: 0 }, 33)).items[0].count
    ).toBe(0.3)
    expect(() =>
      fiscalDetail(withLine({ quantity: 0.3, unit_price_tiyin: 111, discount_tiyin: 0 }, 33))
    ).toThrow("whole number")
  })

  it.each([
    { quantity: 0 },
    { quantity: -1 },
    { quantity: 1e-7 },
    { quantity: NaN },
    { unit_price_tiyin: 0.5 },
    { unit_price_tiyin: -1 },
    { discount_tiyin: -1 },
    { discount_tiyin: 1_010_001 },
    { vat_percent: -1 },
    { vat_percent: 101 },
    { vat_percent: NaN },
  ])("refuses %j", (line) => {
    expect(() => fiscalDetail(withLine(line, 1_000_000))).toThrow(RangeError)
  })

  it("refuses a receipt without lines", () => {
    expect(() => fiscalDetail({ ...input, lines: [], amount_tiyin: 500000 })).toThrow("at least one line")
  })

  it("cuts titles to 128 characters and leaves no half of one", () => {
    const long = (title: string) => detailOf({ ...input, lines: [{ ...tomatoes, title }] }).items[0].title

    expect(long("щ".repeat(200))).toBe("щ".repeat(128))
    expect(long(`${"щ".repeat(127)}🍅`)).toBe("щ".repeat(127))
    expect(long(`${"щ".repeat(126)}🍅`)).toBe(`${"щ".repeat(126)}🍅`)
  })

  it("holds for every order whose discount was spread", () => {
    const line = fc.record({
      price: fc.integer({ min: 1, max: 10 ** 9 }),
      count: fc.integer({ min: 1, max: 1000 }),
    })
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 10 }),
        fc.integer({ min: 0, max: 100 }),
        (rows, percent) => {
          const totals = rows.map(({ price, count }) => price * count)
          const goods = totals.reduce((sum, total) => sum + total, 0)
          const discount = Math.floor((goods * percent) / 100)
          const discounts = apportion(discount, totals).map(Number)
          const lines = rows.map(({ price, count }, index) => ({
            ...tomatoes,
            unit_price_tiyin: price,
            quantity: count,
            discount_tiyin: discounts[index],
          }))

          expect(detailOf({ lines, amount_tiyin: goods - discount }).items).toHaveLength(rows.length)
        }
      )
    )
  })
})
