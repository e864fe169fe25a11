import { parseRow } from "../lib/parse-row"
import {
  parseBarcode,
  parseIkpu,
  parseImages,
  parseNumber,
  parseOptions,
  parseShopCode,
  parseText,
  parseYesNo,
} from "../lib/values"

describe("a number", () => {
  it.each<[string | number, number]>([
    ["1 250 000,50", 1_250_000.5],
    ["1\u00a0250\u202f000", 1_250_000],
    ["12 500 so‘m", 12_500],
    ["12 500 so'm", 12_500],
    ["12500сум", 12_500],
    ["1.250.000", 1_250_000],
    ["1,250,000.75", 1_250_000.75],
    ["1.250.000,75", 1_250_000.75],
    ["1,250", 1_250],
    ["0,125", 0.125],
    ["12,5", 12.5],
    ["25 %", 25],
    ["1'250", 1_250],
    ["5 шт.", 5],
    ["-5", -5],
    [1.125, 1.125],
  ])("%s is %d", (cell, value) => {
    expect(parseNumber(cell)).toEqual({ value })
  })

  it("of percents has no thousands", () => {
    expect(parseNumber("12,500", false)).toEqual({ value: 12.5 })
  })

  it.each(["abc", "1.25.3", "1,2,3", "12 13 m", "", ".", "1-2", "=1+1"])("%s is none", (cell) => {
    expect(parseNumber(cell)).toMatchObject({ problem: {} })
  })

  it("that a sheet has rounded is not believed", () => {
    expect(parseNumber("1,25E+06")).toEqual({ problem: { code: "rounded_by_sheet" } })
  })
})

describe("a code", () => {
  it("is taken digit by digit, zeros in front too", () => {
    expect(parseBarcode("0012345678905")).toEqual({ value: "0012345678905" })
    expect(parseBarcode(4780000000014)).toEqual({ value: "4780000000014" })
    expect(parseBarcode("'4780 0000 0001 4")).toEqual({ value: "4780000000014" })
    expect(parseIkpu("00000000000000001")).toEqual({ value: "00000000000000001" })
    expect(parseShopCode("007")).toEqual({ value: "007" })
    expect(parseShopCode("12E5")).toEqual({ value: "12E5" })
  })

  it.each(["8.6E+12", "8,6E+12", "4.78E+12"])("%s is refused: its end is lost", (cell) => {
    expect(parseBarcode(cell)).toEqual({ problem: { code: "rounded_by_sheet" } })
  })

  it("of more digits than a sheet's number holds is refused", () => {
    expect(parseIkpu(2 ** 53)).toEqual({ problem: { code: "rounded_by_sheet" } })
  })

  it("with a wrong check digit is refused", () => {
    expect(parseBarcode(8600000000000)).toEqual({ problem: { code: "barcode_wrong" } })
    expect(parseBarcode("478000000001")).toEqual({ problem: { code: "barcode_wrong" } })
  })
})

describe("other cells", () => {
  it("say yes and no in our languages", () => {
    const yes = ["ha", "Да", "YES", 1, "+", "true", "ҳа"]
    const no = ["yo‘q", "yo'q", "нет", "No", 0, "FALSE", "йўқ"]
    expect(yes.map((cell) => parseYesNo(cell))).toEqual(yes.map(() => ({ value: true })))
    expect(no.map((cell) => parseYesNo(cell))).toEqual(no.map(() => ({ value: false })))
    expect(parseYesNo("balki")).toEqual({ problem: { code: "not_yes_or_no" } })
  })

  it("lose the mark against formulas", () => {
    expect(parseText("'=1+1", 10)).toEqual({ value: "=1+1" })
    expect(parseText("''x", 10)).toEqual({ value: "'x" })
    expect(parseText("'oddiy", 10)).toEqual({ value: "'oddiy" })
  })

  it("hold links and options", () => {
    expect(parseImages("https://a.uz/1.jpg\nhttps://a.uz/2.jpg;/static/3.png")).toEqual({
      value: ["https://a.uz/1.jpg", "https://a.uz/2.jpg", "/static/3.png"],
    })
    expect(parseImages("javascript:alert(1)")).toMatchObject({ problem: { code: "image_wrong" } })
    expect(parseOptions("Rang: qizil; O‘lcham: XL")).toEqual({ value: { Rang: "qizil", "O‘lcham": "XL" } })
    expect(parseOptions("qizil")).toEqual({ problem: { code: "options_wrong" } })
    expect(parseOptions("a:1;a:2")).toEqual({ problem: { code: "options_wrong" } })
  })
})

describe("a row", () => {
  it("tells an empty cell from a cleared one, and names every wrong cell", () => {
    const mapping = { name_uz: 0, name_ru: 1, barcode: 2, stock: 3, vat_percent: 4, cost: 9 }
    expect(parseRow(["Non", "-", "", "ko‘p", "12 %"], mapping)).toEqual({
      values: { name_uz: "Non", name_ru: null, vat_percent: 12 },
      errors: [{ field: "stock", code: "not_a_number" }],
    })
    expect(parseRow(["Non", "", "1", "1,5", "x"], mapping).errors.map(({ code }) => code)).toEqual([
      "barcode_wrong",
      "not_whole",
      "not_a_number",
    ])
  })
})
