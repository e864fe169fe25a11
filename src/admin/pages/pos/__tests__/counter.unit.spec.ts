import { likelyTendered, readAmount, readDiscount } from "../lib/amount"
import {
  addTo,
  emptyBasket,
  isFull,
  MAX_LINES,
  removeChosen,
  requestLines,
  setDiscount,
  setLineDiscount,
  setQuantity,
  totalsOf,
} from "../lib/basket"
import { noBurst, scanned, typedInto } from "../lib/burst"
import { find, findExact, indexOf, nameOf, readTyped } from "../lib/find"
import { fixBasket } from "../lib/fix-basket"
import { changeOf, payWith } from "../lib/payment"
import { isReceiptAddress, numberInPage, readReceiptCode } from "../lib/receipt-code"
import { refundOf, returnable } from "../lib/returning"
import { slipHtml } from "../lib/slip"
import type { CatalogVariant, SaleLine } from "../lib/types"

const goods = (id: string, price: number, more: Partial<CatalogVariant> = {}): CatalogVariant => ({
  id,
  listing_id: `list_${id}`,
  variant_id: `variant_${id}`,
  name: { uz: `Mol ${id}`, ru: null, en: null },
  ...{ title: null, price, barcode: null, shop_code: null, available: 10, thumbnail: null },
  ...more,
})
const tea = goods("tea", 12_500, {
  barcode: "4780001",
  name: { uz: "Ko‘k choy", ru: "Зелёный чай", en: null },
})
const milk = goods("milk", 9_000, { shop_code: "77" })

describe("sums as they are typed", () => {
  it.each([
    ["12 500", 12_500],
    ["12.500 so‘m", 12_500],
    ["12'500", 12_500],
    ["0", 0],
    ["", null],
    ["-5", null],
    ["1e5", null],
    ["12a", null],
  ])("%s → %s", (typed, amount) => expect(readAmount(typed)).toBe(amount))

  it("reads a discount as a sum or as a part of the base, and none beyond it", () => {
    expect(readDiscount("10%", 12_345)).toBe(1_235)
    expect(readDiscount("12,5 %", 1_000)).toBe(125)
    expect(readDiscount("500", 1_000)).toBe(500)
    expect(readDiscount("1001", 1_000)).toBeNull()
    expect(readDiscount("101%", 1_000)).toBeNull()
  })

  it("offers the exact sum first, then whole notes", () => {
    expect(likelyTendered(77_884)).toEqual([77_884, 78_000, 80_000, 100_000, 200_000])
    expect(likelyTendered(100_000)).toEqual([100_000, 200_000])
  })
})

describe("basket", () => {
  it("puts the same goods on one line and counts", () => {
    const basket = addTo(addTo(addTo(emptyBasket("a"), tea), milk, 3), tea)
    expect(basket.lines.map(({ quantity }) => quantity)).toEqual([2, 3])
    expect(basket.chosen).toBe(0)
    expect(totalsOf(basket)).toEqual({ gross: 52_000, discount: 0, total: 52_000, pieces: 5 })
  })

  it("never lets a discount be more than what it is taken from", () => {
    const full = setDiscount(setLineDiscount(addTo(emptyBasket("a"), tea, 2), 20_000), 5_000)
    expect(totalsOf(full)).toMatchObject({ discount: 25_000, total: 0 })
    expect(totalsOf(setQuantity(full, 1))).toMatchObject({ gross: 12_500, discount: 12_500, total: 0 })
    expect(totalsOf(removeChosen(full))).toEqual({ gross: 0, discount: 0, total: 0, pieces: 0 })
  })

  it("says to the server what the cashier saw", () => {
    const basket = setDiscount(setLineDiscount(addTo(addTo(emptyBasket("a"), milk), tea, 2), 1_000), 500)
    expect(requestLines(basket)).toEqual({
      lines: [
        { variant_id: "milk", quantity: 1, unit_price: 9_000 },
        { variant_id: "tea", quantity: 2, unit_price: 12_500, discount: 1_000 },
      ],
      discount: 500,
    })
  })

  it("holds as many lines as the server takes", () => {
    const full = Array.from({ length: MAX_LINES }, (_, index) => goods(`g${index}`, 1)).reduce(
      (basket, one) => addTo(basket, one),
      emptyBasket("a")
    )
    expect(isFull(full, tea)).toBe(true)
    expect(addTo(full, tea).lines).toHaveLength(MAX_LINES)
    expect(isFull(full, full.lines[3].variant)).toBe(false)
  })

  it("is put right by what the server said, and by nothing else", () => {
    const basket = addTo(addTo(addTo(emptyBasket("a"), tea, 5), milk, 2), goods("old", 100))
    const fixed = fixBasket(basket, [
      { kind: "short", variant_id: "tea", title: "", wanted: 5, available: 3 },
      { kind: "price", variant_id: "milk", title: "", seen: 9_000, price: 9_500 },
      { kind: "gone", variant_id: "old", title: "" },
    ])
    expect(fixed.lines.map(({ variant, quantity }) => [variant.id, quantity, variant.price])).toEqual([
      ["tea", 3, 12_500],
      ["milk", 2, 9_500],
    ])
    const none = [{ kind: "short" as const, variant_id: "tea", title: "", available: 0 }]
    expect(fixBasket(basket, none).lines.map(({ variant }) => variant.id)).toEqual(["milk", "old"])
  })
})

describe("finding goods", () => {
  const catalog = indexOf([tea, milk, goods("two", 5, { barcode: "77", shop_code: "4780001" })])

  it("goes by barcode, then by the shop's code, then by name", () => {
    expect(findExact(catalog, "4780001").map(({ id }) => id)).toEqual(["tea"])
    expect(findExact(catalog, "77").map(({ id }) => id)).toEqual(["two"])
    expect(find(catalog, "choy kok").map(({ id }) => id)).toEqual(["tea"])
    expect(find(catalog, "CHOY ko'k").map(({ id }) => id)).toEqual(["tea"])
    expect(find(catalog, "чай").map(({ id }) => id)).toEqual(["tea"])
    expect(find(catalog, "")).toEqual([])
  })

  it("reads how many", () => {
    expect(readTyped("3*4780001")).toEqual({ pieces: 3, code: "4780001" })
    expect(readTyped("12 *")).toEqual({ pieces: 12, code: "" })
    expect(readTyped("4780001")).toEqual({ pieces: null, code: "4780001" })
    expect(readTyped("choy 3*2")).toEqual({ pieces: null, code: "choy 3*2" })
  })

  it("names a variant only where there are several", () => {
    const [one] = indexOf([goods("a", 1, { title: "Oddiy" })]).variants
    const [red] = indexOf([
      goods("a", 1, { title: "Qizil" }),
      goods("b", 1, { title: "Ko‘k", listing_id: "list_a" }),
    ]).variants
    expect(nameOf(one, "ru")).toBe("Mol a")
    expect(nameOf(red, "uz")).toBe("Mol a, Qizil")
  })

  it("searches ten thousand goods", () => {
    const many = indexOf(Array.from({ length: 10_000 }, (_, index) => goods(`n${index}`, 1)))
    expect(find(many, "mol n9999")).toHaveLength(1)
  })
})

describe("a scanner", () => {
  const type = (text: string, gap: number) =>
    [...text].reduce((burst, key, index) => typedInto(burst, key, index * gap), noBurst)

  it("is told from a person by its speed", () => {
    expect(scanned(type("4780001", 8), 56)).toBe("4780001")
    expect(scanned(type("50000", 90), 370)).toBeNull()
    expect(scanned(type("123", 5), 15)).toBeNull()
  })

  it("leaves what a person had typed before", () => {
    const after = [..."4780001"].reduce(
      (burst, key, index) => typedInto(burst, key, 900 + index * 5),
      type("cho", 120)
    )
    expect(scanned(after, 935)).toBe("4780001")
  })
})

describe("payment", () => {
  const entered = { mode: "cash" as const, cash: null, tendered: null, phone: "" }

  it("is exact without anything typed", () => {
    expect(payWith(entered, 500)).toEqual({
      paid: { payments: [{ method: "cash", amount: 500 }], tendered: 500 },
    })
    expect(payWith({ ...entered, mode: "card" }, 500)).toEqual({
      paid: { payments: [{ method: "card", amount: 500 }] },
    })
    expect(payWith(entered, 0)).toEqual({ paid: { payments: [] } })
  })

  it("splits, and gives change of the cash part only", () => {
    const split = { ...entered, mode: "split" as const, cash: 300, tendered: 500 }
    expect(payWith(split, 1_000)).toEqual({
      paid: {
        payments: [
          { method: "cash", amount: 300 },
          { method: "card", amount: 700 },
        ],
        tendered: 500,
      },
    })
    expect(changeOf(split, 1_000)).toBe(200)
  })

  it("refuses what the server would refuse", () => {
    expect(payWith({ ...entered, tendered: 499 }, 500)).toEqual({ fault: "tendered" })
    expect(payWith({ ...entered, tendered: -1 }, 500)).toEqual({ fault: "tendered" })
    expect(payWith({ ...entered, mode: "split" }, 500)).toEqual({ fault: "cash" })
    expect(payWith({ ...entered, mode: "split", cash: 501 }, 500)).toEqual({ fault: "cash" })
    expect(payWith({ ...entered, phone: "12" }, 500)).toEqual({ fault: "phone" })
    expect(payWith({ ...entered, phone: "90 123 45 67" }, 500)).toMatchObject({
      paid: { customer_phone: "+998901234567" },
    })
  })
})

describe("receipts", () => {
  it("are named by number, code or the address in their QR", () => {
    expect(readReceiptCode(" № 2026-000123 ")).toEqual({ kind: "text", q: "2026-000123" })
    expect(readReceiptCode("https://bozor.uz/receipts/verify/abc-1?lang=uz")).toEqual({
      kind: "token",
      token: "abc-1",
    })
    expect(readReceiptCode("  ")).toBeNull()
    expect(isReceiptAddress("4780001")).toBe(false)
    expect(numberInPage("<h1>Chek № 2026-000123</h1>")).toBe("2026-000123")
    expect(numberInPage("<p>2026-11-21</p>")).toBeNull()
  })

  it("give back what was paid, to the so'm", () => {
    const line = { id: "l1", quantity: 3, returned_quantity: 1, total: 1_000 } as SaleLine
    expect(
      returnable({ lines: [line, { ...line, id: "l2", returned_quantity: 3 }] }).map(({ left }) => left)
    ).toEqual([2])
    expect(refundOf({ lines: [line] }, new Map([["l1", 1]]))).toBe(333)
    expect(refundOf({ lines: [line] }, new Map([["l1", 2]]))).toBe(667)
  })

  it("are promised by a slip that shows names as text", () => {
    const html = slipHtml({
      ...{ lang: "uz", title: "t", shop: "<b>Baraka</b>", notice: "Chek keyin", facts: [] },
      lines: [{ title: '"Sut" & non', sum: "1", detail: "2 × 3" }],
      totals: [{ label: "Jami", value: "1", isStrong: true }],
    })
    expect(html).not.toContain("<b>")
    expect(html).toContain("&#34;Sut&#34; &#38; non")
    expect(html).toContain("Chek keyin")
  })
})
