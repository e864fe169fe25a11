import { FIELDS } from "../lib/fields"
import { guessMapping, normalHeader } from "../lib/guess-mapping"

describe("a header", () => {
  it.each([
    ["Tannarxi, so‘m", "tannarxi"],
    ["TANNARXI (so'm)", "tannarxi"],
    ["Ustama, %", "ustama foiz"],
    ["  Штрих-код ", "штрих код"],
    ["Нархи (сўм)", "нархи"],
    ["Учёт", "учет"],
  ])("%s is read as %s", (header, normal) => {
    expect(normalHeader(header)).toBe(normal)
  })
})

describe("the guess of columns", () => {
  const named = (...headers: string[]) => {
    const mapping = guessMapping(headers)
    return headers.map((_, index) => FIELDS.find((field) => mapping[field] === index) ?? null)
  }

  it.each([
    [
      "Uzbek",
      ["Mahsulot nomi", "Tannarxi (so'm)", "Ustama %", "Sotish narxi", "Shtrix kod", "Qoldiq", "Toifasi"],
      ["name_uz", "cost", "markup_percent", "price", "barcode", "stock", "category"],
    ],
    [
      "Uzbek in Cyrillic",
      ["Номи", "Таннархи", "Устама фоизи", "Сотиш нархи", "Штрих коди", "Қолдиқ", "Тоифа"],
      ["name_uz", "cost", "markup_percent", "price", "barcode", "stock", "category"],
    ],
    [
      "Russian, as 1C writes it",
      ["№", "Номенклатура", "Артикул", "Штрихкод", "Цена закупки", "Цена", "Остаток на складе", "Ставка НДС"],
      [null, "name_uz", "shop_code", "barcode", "cost", "price", "stock", "vat_percent"],
    ],
    [
      "English",
      ["Title", "SKU", "Barcode", "Cost price", "Selling price", "Qty", "Photo", "Active"],
      ["name_uz", "shop_code", "barcode", "cost", "price", "stock", "images", "is_visible"],
    ],
    ["three names", ["Nomi", "Название (рус)", "Name EN"], ["name_uz", "name_ru", "name_en"]],
    ["the later of two alike", ["Цена", "Цена"], ["price", null]],
    ["nothing it knows", ["Foo", "", "42"], [null, null, null]],
    ["a price that says which", ["Narxi", "Kelish narxi"], ["price", "cost"]],
    ["a code that says which", ["Код", "Код упаковки", "Код ИКПУ"], ["shop_code", "package_code", "ikpu"]],
  ])("%s", (_, headers, fields) => {
    expect(named(...headers)).toEqual(fields)
  })
})
