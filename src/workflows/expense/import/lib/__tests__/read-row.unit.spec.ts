import { STANDARD_CATEGORY_IDS, ownView, standardView } from "../../../../../modules/expense/lib/categories"
import { FIELDS, HEADERS, METHOD_NAMES, METHODS } from "../fields"
import { readDay } from "../read-day"
import { indexCategories, mapHeaders, missingFields, readRow } from "../read-row"
import { rowKeys } from "../row-keys"

const categories = indexCategories([
  ...STANDARD_CATEGORY_IDS.map(standardView),
  ownView({ id: "ecat_1", name: "Choy-qand", is_purchase: false }),
  ownView({ id: "ecat_2", name: "Eski", is_purchase: false, archived_at: "2026-01-01" }),
])
const context = { categories, today: "2026-11-21" }
const mapping = mapHeaders(["Sana", "Summa", "Toifa", "Kimga", "To‘lov usuli", "Izoh"])
const read = (...cells: Array<string | number>) => readRow(cells, mapping, context)

describe("mapHeaders", () => {
  it.each(["uz", "ru", "en"] as const)("knows every header of its own template, %s", (language) => {
    const headers = FIELDS.map((field) => HEADERS[language][field])
    expect(mapHeaders(headers)).toEqual(Object.fromEntries(FIELDS.map((field, index) => [field, index])))
  })

  it("knows what people call them, in any case and with units", () => {
    expect(mapHeaders(["№", "ДАТА", "Сумма, сум", "Статья", "", "Примечание"])).toEqual({
      day: 1,
      amount: 2,
      category: 3,
      note: 5,
    })
    expect(missingFields(mapHeaders(["Date", "Note", "so‘m", ""]))).toEqual(["amount", "category"])
  })

  it("takes the column further left of two with one meaning", () =>
    expect(mapHeaders(["Date", "Kun", "Day"])).toEqual({ day: 0 }))
})

describe("readDay", () => {
  it.each([
    ["2026-11-21", "2026-11-21"],
    ["21.11.2026", "2026-11-21"],
    [" 1.2.2026 ", "2026-02-01"],
    ["21.11.2026 14:30", "2026-11-21"],
    ["2026-11-21T00:00:00", "2026-11-21"],
    ["29.02.2028", "2028-02-29"],
    [46_347, "2026-11-21"],
    [46_347.75, "2026-11-21"],
    [36_526, "2000-01-01"],
  ])("%s is %s", (cell, value) => expect(readDay(cell)).toEqual({ value }))

  it.each(["29.02.2027", "31.04.2026", "03/04/2026", "yesterday", "1926-11-21", 5, 2_026, 99_999, "46347"])(
    "%s is no day",
    (cell) => expect(readDay(cell)).toEqual({ problem: { code: "not_a_day" } })
  )
})

describe("readRow", () => {
  it("reads a row as people write it", () => {
    expect(read("21.11.2026", "1 250 000,50", "kommunal xizmatlar", "Hududgaz", "пластик", "Noyabr")).toEqual(
      {
        values: {
          day: "2026-11-21",
          amount: 1_250_000.5,
          category_id: "utilities",
          payee: "Hududgaz",
          payment_method: "card",
          note: "Noyabr",
        },
        said: expect.objectContaining({ day: "21.11.2026", amount: "1 250 000,50" }),
        errors: [],
      }
    )
  })

  it.each([
    ["Аренда", "rent"],
    ["IJARA", "rent"],
    ["Rent", "rent"],
    ["rent", "rent"],
    ["choy-qand", "ecat_1"],
    ["ecat_1", "ecat_1"],
  ])("finds the category %s", (name, id) => expect(read("2026-11-21", 1, name).values.category_id).toBe(id))

  it("pays in cash where nothing is said, and takes the export's mark against formulas away", () => {
    expect(read("2026-11-21", 0.01, "rent", "", "", "'=1+1").values).toMatchObject({
      payment_method: "cash",
      payee: null,
      note: "=1+1",
    })
  })

  it.each(["uz", "ru", "en"] as const)("knows every way of paying by its name, %s", (language) => {
    for (const method of METHODS) {
      expect(read("2026-11-21", 1, "rent", "", METHOD_NAMES[language][method]).values.payment_method).toBe(
        method
      )
    }
  })

  it("names every wrong cell", () => {
    const { errors } = read("22.11.2026", -5, "Eski", "x".repeat(201), "btc", "y".repeat(1_001))
    expect(errors.map(({ field, code }) => [field, code])).toEqual([
      ["day", "day_in_future"],
      ["amount", "out_of_range"],
      ["category", "category_archived"],
      ["payee", "too_long"],
      ["payment_method", "unknown_method"],
      ["note", "too_long"],
    ])
    expect(read("", "", "").errors.map(({ code }) => code)).toEqual(["required", "required", "required"])
    expect(read("2026-11-21", "12.345,678", "Taksi").errors.map(({ code }) => code)).toEqual([
      "too_many_decimals",
      "unknown_category",
    ])
  })
})

describe("rowKeys", () => {
  const row = {
    day: "2026-11-21",
    amount: 5,
    category_id: "rent",
    payee: null,
    payment_method: "cash" as const,
    note: null,
  }

  it("keeps equal rows of a file apart, and gives the same file the same keys", () => {
    const keys = rowKeys("comp_a", [row, row, { ...row, amount: 6 }])
    expect(new Set(keys).size).toBe(3)
    expect(rowKeys("comp_a", [{ ...row, amount: 6 }, row, row])).toEqual([keys[2], keys[0], keys[1]])
    expect(keys[0]).toMatch(/^import:[0-9a-f]{40}$/)
  })

  it("gives another company other keys", () =>
    expect(rowKeys("comp_a", [row])).not.toEqual(rowKeys("comp_b", [row])))
})
