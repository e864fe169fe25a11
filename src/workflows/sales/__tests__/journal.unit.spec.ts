import fc from "fast-check"
import { cursorText, readCursor } from "../lib/cursor"
import { salesHeader, salesLine } from "../lib/export-row"
import { JournalRow } from "../types"

const row: JournalRow = {
  id: "cref_1",
  kind: "refund",
  at: new Date("2026-11-20T19:05:00Z"),
  micros: "1",
  channel: "pos",
  currency_code: "uzs",
  order_id: "order_1",
  short_code: "123-456",
  receipt_number: "2026-000002",
  customer_name: null,
  customer_phone: "+998901234567",
  cashier_id: "cmem_1",
  cashier_name: "Aziza",
  payments: [
    { method: "pos_cash", amount: -1000 },
    { method: "pos_card", amount: -500 },
  ],
  lines: [
    { title: "Non", quantity: 2, total: -1000 },
    { title: "Choy", quantity: null, total: -500 },
  ],
  delivery: "0",
  total: "-1500",
}

describe("the sales journal", () => {
  it("reads back where a page ended, and nothing else", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 9_999_999_999_999_999n }),
        fc.stringMatching(/^\w{1,100}$/),
        (at, id) => {
          expect(readCursor(cursorText({ micros: String(at), id }))).toEqual({ micros: String(at), id })
        }
      )
    )
    for (const wrong of ["", "1", "_", "x_1", "-1_cord_1", "1_a b", "1_'", "12345678901234567_cord_1"]) {
      expect(readCursor(wrong)).toBeNull()
    }
  })

  it("writes an entry in Tashkent's time, with profit only where it is known", () => {
    expect(salesLine(row, "uz")).toEqual([
      "2026-11-21 00:05",
      "Qaytarish",
      "Kassa",
      "123-456",
      "2026-000002",
      "Non × 2; Choy",
      2,
      0,
      -1500,
      "UZS",
      "Kassa, naqd: -1000; Kassa, karta: -500",
      "Aziza",
      "",
      "+998901234567",
    ])
    expect(salesLine({ ...row, profit: "-12.5" }, "en").at(-1)).toBe(-12.5)
    for (const language of ["uz", "ru", "en"] as const) {
      expect(salesHeader(language, false)).toHaveLength(salesLine(row, language).length)
      expect(salesHeader(language, true)).toHaveLength(salesLine({ ...row, profit: "1" }, language).length)
    }
  })
})
