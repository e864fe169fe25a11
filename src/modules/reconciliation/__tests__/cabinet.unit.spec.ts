import fc from "fast-check"
import { readAmount, readCabinetFile, statesOf } from "../lib/cabinet"
import { decodeText, guessDelimiter, parseDelimited } from "../lib/csv"

const bytes = (text: string) => new TextEncoder().encode(text)

/** CP1251 of a text whose letters are ASCII or Russian. */
function cp1251(text: string): Uint8Array {
  return Uint8Array.from(
    [...text].map((letter) => {
      const code = letter.charCodeAt(0)
      if (code < 128) {
        return code
      }
      if (code >= 0x410 && code <= 0x44f) {
        return code - 0x410 + 0xc0
      }
      return { Ё: 0xa8, ё: 0xb8, "№": 0xb9 }[letter] ?? 63
    })
  )
}

describe("delimited text", () => {
  it("is read with quotes, doubled quotes and line breaks in them", () => {
    expect(parseDelimited('a;"b;""c""\nd";e\r\n\r\n1;2;3')).toEqual([
      ["a", 'b;"c"\nd', "e"],
      ["1", "2", "3"],
    ])
  })

  it("tells its separator", () => {
    expect(guessDelimiter("a;b;c\n1,5;2,5;3")).toBe(";")
    expect(guessDelimiter("a\tb\n1\t2")).toBe("\t")
    expect(guessDelimiter('a,b\n"x;y;z",2')).toBe(",")
  })

  it("gives every cell back, whatever is in it", () => {
    const cell = fc.string({ maxLength: 8 }).map((text) => text.replace(/[\r\0]/g, ""))
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        (table) => {
          const text = table
            .map((row) => row.map((value) => `"${value.replace(/"/g, '""')}"`).join(";"))
            .join("\n")
          const kept = table.filter((row) => row.some((value) => value.trim() !== ""))
          expect(parseDelimited(text, ";")).toEqual(kept)
        }
      )
    )
  })

  it("is UTF-8 with or without a mark, or CP1251", () => {
    expect(decodeText(bytes("\uFEFFсумма"))).toBe("сумма")
    expect(decodeText(cp1251("Сумма платежа"))).toBe("Сумма платежа")
    expect(decodeText(bytes("a\0b"))).toBe("ab")
  })
})

describe("amounts", () => {
  it.each([
    ["1 234 567,89", "sum", 123_456_789],
    ["1\u00A0234,5", "sum", 123_450],
    ["1,234,567.89", "sum", 123_456_789],
    ["1.234.567,89", "sum", 123_456_789],
    ["1234567", "sum", 123_456_700],
    ["1234567", "tiyin", 1_234_567],
    ["1234.00 UZS", "sum", 123_400],
    ["12 500 сум", "sum", 1_250_000],
    ["-500", "sum", 50_000],
    ["12,5", "sum", 1_250],
  ] as const)("%s in %s is %i tiyin", (text, unit, tiyin) => {
    expect(readAmount(text, unit)).toBe(tiyin)
  })

  it.each(["", "abc", "1.234", "--5", "1e5", "0,001"])("%j is none of so'm with tiyin", (text) => {
    // "1.234" is either a thousand and some, or has a fraction of a tiyin: it is not guessed.
    expect(readAmount(text, "sum")).toBeNull()
  })
})

describe("states", () => {
  it.each([
    ["Успешно", [2]],
    ["Оплачен", [2]],
    ["CONFIRMED", [2]],
    ["Muvaffaqiyatli", [2]],
    ["Отменен", [-1, -2]],
    ["Неуспешно", [-1, -2]],
    ["REFUNDED", [-1, -2]],
    ["Bekor qilingan", [-1, -2]],
    ["Ожидает", [1]],
    ["В обработке", [1]],
    ["2", [2]],
    ["-2", [-1, -2]],
    ["Неведомо", null],
  ])("%s", (word, states) => {
    expect(statesOf(word)).toEqual(states)
  })
})

describe("files of cabinets", () => {
  it("is read as Click's, in CP1251, with a title above the header and a sum below", () => {
    const file = [
      "Отчет по платежам;;;",
      "ID платежа;Дата;Сумма платежа;Сумма комиссии;Статус;merchant_trans_id",
      "3001;21.11.2026 10:00:00;12 000,00;120,00;Успешно;77001",
      "3002;21.11.2026 11:00:00;500;5;Отменен;77002",
      "Итого;;12 500,00;125,00;;",
    ].join("\r\n")
    expect(readCabinetFile(cp1251(file), "sum")).toEqual([
      { external_id: "3001", amount_tiyin: 12_000_00, states: [2], state: "Успешно", account: "77001" },
      { external_id: "3002", amount_tiyin: 500_00, states: [-1, -2], state: "Отменен", account: "77002" },
    ])
  })

  it("is read as Payme's or Uzum's, with commas or tabs; without a state everything was paid", () => {
    expect(readCabinetFile(bytes('id,amount,state\n5f,1200000,2\n"\'6a",5,-2'), "tiyin")).toEqual([
      { external_id: "5f", amount_tiyin: 1_200_000, states: [2], state: "2", account: null },
      { external_id: "6a", amount_tiyin: 5, states: [-1, -2], state: "-2", account: null },
    ])
    expect(readCabinetFile(bytes("transaction_id\tamount (so'm)\n0-1\t15,5"), "sum")).toEqual([
      { external_id: "0-1", amount_tiyin: 1550, states: [2], state: null, account: null },
    ])
  })

  it("says what can't be read", () => {
    expect(() => readCabinetFile(bytes("a;b\n1;2"), "sum")).toThrow(/no line names a column/)
    expect(() => readCabinetFile(bytes("id;amount\n1;o‘n"), "sum")).toThrow(/line 2: "o‘n" is not an amount/)
  })
})
