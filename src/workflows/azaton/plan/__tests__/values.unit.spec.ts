import * as fc from "fast-check"
import { legacyBarcode } from "../barcode"
import { categoryOf } from "../categories"
import { canonicalJson, checksumOf } from "../checksum"
import { imagesOf } from "../images"
import { add, sumOf, tiyinOf, withPercent } from "../money"
import { isCashDesk, legacyPhone } from "../phone"
import { cut, dateOf, dayOf, decimalOf, idOf, textOf, timeOf, wholeOf } from "../values"

describe("telephones of the old system", () => {
  it.each([
    ["901112233", "+998901112233"],
    ["+998 (90) 111-22-33", "+998901112233"],
    ["00998901112233", "+998901112233"],
    ["8 90 111 22 33", "+998901112233"],
    ["998-90-111-22-33 ", "+998901112233"],
    ["8998901112233", "+998901112233"],
    ["0901112233", "+998901112233"],
    ["９０１１１２２３３", "+998901112233"],
    ["tel. 90 111 22 33", "+998901112233"],
    ["CASH", null],
    ["12345", null],
    ["", null],
    ["7901112233", null],
    ["9989011122334", null],
    [null, null],
    [901112233, null],
  ])("reads %p as %p", (typed, phone) => expect(legacyPhone(typed)).toBe(phone))

  it("knows the cash desk's word", () => {
    expect(["CASH", " cash ", "Cashier", null].map(isCashDesk)).toEqual([true, true, false, false])
  })

  it("knows its own answer again", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{9}$/), (digits) => {
        const phone = legacyPhone(digits)!
        expect(legacyPhone(phone)).toBe(phone)
      })
    )
  })
})

describe("values of the old system", () => {
  it.each([
    ["15 000,00", "15000"],
    ["15\u00a0000,50", "15000.5"],
    [15427.5, "15427.5"],
    ["-7.10", "-7.1"],
    ["-0.00", "0"],
    ["007", "7"],
    [".5", "0.5"],
    ["100.", "100"],
    ["1,234,567.00", null],
    ["1e9", null],
    ["", null],
    ["so‘m", null],
    [null, null],
    [true, null],
    [Number.NaN, null],
  ])("reads %p as the number %p", (typed, decimal) => expect(decimalOf(typed)).toBe(decimal))

  it("reads ids, whole numbers, text, days and times", () => {
    expect([12, "12", 12.0, "12.0", 0, -3, null, "x", 1.5, "999999999999999999999"].map(idOf)).toEqual([
      "12",
      "12",
      "12",
      "12",
      null,
      null,
      null,
      null,
      null,
      null,
    ])
    expect(["2", 1.5, -7, "1e3", "99999999999999999999"].map(wholeOf)).toEqual([2, 1, -7, null, null])
    expect(['  "Baraka\u00a0 Market"  ', "  ", "a\u0000b", 5, {}].map(textOf)).toEqual([
      '"Baraka Market"',
      null,
      "ab",
      "5",
      null,
    ])
    expect(["2025-12-10", "infinity", null, "10.12.2025"].map(dateOf)).toEqual([
      "2025-12-10",
      null,
      null,
      null,
    ])
    expect([new Date(Number.NaN), "infinity", null, new Date(0)].map(timeOf)).toEqual([
      null,
      null,
      null,
      "1970-01-01T00:00:00.000Z",
    ])
    expect(dayOf("2025-12-31T19:00:00.000Z")).toBe("2026-01-01")
    expect(cut("🛒🛒🛒", 2)).toBe("🛒🛒")
  })

  it.each([
    ["4780146298979", "4780146298979"],
    [" 4780146298979 ", "4780146298979"],
    ["036000291452", "0036000291452"],
    ["96385074", "96385074"],
    ["4.78001E+12", null],
    ["4780146298970", null],
    ["000", null],
  ])("reads the barcode %p as %p", (typed, code) => expect(legacyBarcode(typed)?.code).toBe(code))

  it("takes one category for all its spellings and none for the default", () => {
    expect(["aksessuarlar ", "Aksessuarlar", " AKSESSUARLAR"].map((text) => categoryOf(text)?.key)).toEqual(
      Array(3).fill("aksessuarlar")
    )
    expect(new Set(["Go'sht", "Go‘sht", "Goʻsht", "Go`sht"].map((text) => categoryOf(text)?.key)).size).toBe(
      1
    )
    expect(["Без категории", "без  категории", "", null].map(categoryOf)).toEqual([null, null, null, null])
  })

  it("keeps images that have an address, and counts the others", () => {
    const odd = [
      null,
      "/uploads/1.jpg",
      { url: "" },
      { url: "https://example.com/b.webp" },
      42,
      "/uploads/../etc/x",
    ]
    expect(imagesOf(odd)).toEqual({ images: ["/uploads/1.jpg", "https://example.com/b.webp"], dropped: 4 })
    expect([imagesOf([]), imagesOf(null)]).toEqual([
      { images: [], dropped: 0 },
      { images: [], dropped: 1 },
    ])
  })
})

describe("money of the old system", () => {
  const hundredths = fc.integer({ min: -1e12, max: 1e12 })

  it("keeps two decimals and rounds half away from zero", () => {
    expect(["0.005", "-0.005", "1.004", "12"].map((text) => sumOf(tiyinOf(text)))).toEqual([
      "0.01",
      "-0.01",
      "1",
      "12",
    ])
    expect([add("15427.5", "0.25"), withPercent("10800.01", "12"), withPercent("12750", "21")]).toEqual([
      "15427.75",
      "12096.01",
      "15427.5",
    ])
  })

  it("gives back every amount and adds exactly", () => {
    fc.assert(
      fc.property(hundredths, hundredths, (a, b) => {
        expect(tiyinOf(sumOf(BigInt(a)))).toBe(BigInt(a))
        expect(tiyinOf(add(sumOf(BigInt(a)), sumOf(BigInt(b))))).toBe(BigInt(a) + BigInt(b))
      })
    )
  })
})

describe("checksums", () => {
  it("are equal for equal values, whatever the order of their keys", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse())
        expect(checksumOf(turned)).toBe(checksumOf(value))
        expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value))
      })
    )
    expect(checksumOf([1, 2])).not.toBe(checksumOf([2, 1]))
  })
})
