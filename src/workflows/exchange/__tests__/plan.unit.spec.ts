import { readXlsx } from "../../../modules/exchange/lib/file/read-xlsx"
import { LANGUAGES } from "../../../documents"
import { FIELDS } from "../../../modules/exchange/lib/fields"
import { guessMapping } from "../../../modules/exchange/lib/guess-mapping"
import { RowValues } from "../../../modules/exchange/lib/parse-row"
import { goodsOf, markedHandle, patchOf } from "../lib/goods"
import { HEADERS } from "../lib/headers"
import { indexCategories, indexKnown, KnownListing, KnownVariant } from "../lib/known"
import { planRows } from "../lib/plan"
import { csvLine, neutral, workbook } from "../lib/sheet-file"
import { presentError, ROW_ERROR_CODES } from "../lib/row-texts"

const variant = (facts: Partial<KnownVariant> = {}): KnownVariant => ({
  id: "lvar_1",
  variant_id: "variant_1",
  title: "Oddiy",
  cost: 10_000,
  markup_percent: 20,
  price: 12_000,
  barcode: "4780000000014",
  shop_code: "N-1",
  stocked: 10,
  reserved: 2,
  options: {},
  ...facts,
})
const listing = (facts: Partial<KnownListing> = {}): KnownListing => ({
  id: "list_1",
  product_id: "prod_1",
  name_uz: "Non",
  name_ru: null,
  name_en: null,
  is_visible: true,
  ikpu: null,
  package_code: null,
  vat_percent: null,
  description: null,
  category_id: null,
  images: [],
  variants: [variant()],
  ...facts,
})
const categories = indexCategories([
  { id: "c1", name: "Choy", parent_id: null, path: ["Choy"], depth: 1 },
  { id: "c2", name: "Non", parent_id: null, path: ["Non"], depth: 1 },
  { id: "c3", name: "Oq", parent_id: "c2", path: ["Non", "Oq"], depth: 2 },
  { id: "c4", name: "Oq", parent_id: "c1", path: ["Choy", "Oq"], depth: 2 },
])
const plan = (rows: RowValues[], known: KnownListing[] = [listing()]) =>
  planRows(
    rows.map((values, index) => ({ id: `row${index}`, number: index + 2, values, errors: [] })),
    indexKnown(known),
    categories
  )
/** What becomes of each row: its action, or its errors. */
const verdicts = (rows: RowValues[], known?: KnownListing[]) =>
  plan(rows, known).rows.map(({ action, errors }) =>
    action === "error" ? errors.map(({ field, code }) => `${field}:${code}`).join() : action
  )
const NEW = { name_uz: "Sut", cost: 8_000, markup_percent: 25 }

describe("a row", () => {
  it("is about the goods that its id, barcode or shop code names", () => {
    expect(verdicts([{ id: "lvar_1", stock: 5 }])).toEqual(["update"])
    expect(verdicts([{ barcode: "4780000000014", stock: 5 }])).toEqual(["update"])
    expect(verdicts([{ shop_code: "N-1", barcode: "4780000000021" }])).toEqual(["update"])
    expect(verdicts([{ id: "lvar_9" }])).toEqual(["id:unknown_id"])
  })

  it("whose codes point to different goods is wrong", () => {
    const other = listing({
      id: "list_2",
      variants: [variant({ id: "lvar_2", barcode: null, shop_code: "S-1" })],
    })
    expect(verdicts([{ barcode: "4780000000014", shop_code: "S-1" }], [listing(), other])).toEqual([
      "barcode:codes_differ",
    ])
    expect(verdicts([{ id: "lvar_1", shop_code: "S-1" }], [listing(), other])).toEqual([
      "barcode:codes_differ",
    ])
  })

  it("without codes is about the only goods of its name", () => {
    expect(verdicts([{ name_uz: "Non", stock: 10 }])).toEqual(["unchanged"])
    const two = [listing(), listing({ id: "list_2", variants: [variant({ id: "lvar_2" })] })]
    expect(verdicts([{ name_uz: "Non", stock: 10 }], two)).toEqual(["name_uz:several_named_so"])
    two[1].variants[0] = variant({ id: "lvar_2", barcode: null, shop_code: null })
    expect(plan([{ name_uz: "Non", stock: 10 }], two).rows[0].match?.variant.id).toBe("lvar_2")
  })

  it("that says what stands already changes nothing", () => {
    const row = {
      name_uz: "Non",
      cost: 10_000,
      markup_percent: 20,
      price: 12_000,
      stock: 10,
      is_visible: true,
    }
    expect(verdicts([{ ...row, barcode: "4780000000014", shop_code: "N-1", category: null }])).toEqual([
      "unchanged",
    ])
  })

  it("that repeats a code of an earlier one is wrong, not the earlier one", () => {
    expect(
      verdicts([
        { ...NEW, shop_code: "A" },
        { ...NEW, name_uz: "Suv", shop_code: "A" },
      ])
    ).toEqual(["create", "shop_code:twice_in_file"])
    expect(
      verdicts([
        { barcode: "4780000000014", stock: 1 },
        { shop_code: "N-1", stock: 2 },
      ])[1]
    ).toBe("null:same_goods")
    expect(verdicts([NEW, NEW])).toEqual(["create", "name_uz:twice_in_file"])
  })

  it("cannot take away what is promised", () => {
    expect(verdicts([{ shop_code: "N-1", stock: 1 }])).toEqual(["stock:stock_reserved"])
  })

  it("names a category by name, path or id", () => {
    const of = (category: string) => plan([{ ...NEW, category }]).creates[0]?.facts.category_id
    expect([of("choy"), of("Non > Oq"), of("non/oq"), of("c4")]).toEqual(["c1", "c3", "c3", "c4"])
    expect(
      verdicts([
        { ...NEW, category: "Oq" },
        { ...NEW, name_uz: "X", category: "Yo‘q" },
      ])
    ).toEqual(["category:several_categories", "category:unknown_category"])
  })
})

describe("a price", () => {
  it("gives the markup where there is none", () => {
    expect(plan([{ name_uz: "Sut", cost: 8_000, price: 10_000 }]).creates[0].prices).toEqual([
      { cost: 8_000, markup_percent: 25 },
    ])
    expect(plan([{ shop_code: "N-1", price: 15_000 }]).rows[0].changes?.variant).toEqual({
      markup_percent: 50,
    })
    expect(
      plan([{ shop_code: "N-1", cost: 10_000, markup_percent: 20, price: 15_000 }]).rows[0].changes?.variant
    ).toEqual({ markup_percent: 50 })
  })

  it("beside cost and markup is not looked at", () => {
    expect(plan([{ ...NEW, price: 1 }]).creates[0].prices).toEqual([{ cost: 8_000, markup_percent: 25 }])
    expect(
      plan([{ shop_code: "N-1", cost: 20_000, markup_percent: 20, price: 12_000 }]).rows[0].changes?.variant
    ).toEqual({
      cost: 20_000,
    })
  })

  it.each([
    [{ cost: 1_000_000, price: 1_234_567 }, "price:price_unreachable"],
    [{ cost: 0, price: 5_000 }, "price:price_needs_cost"],
    [{ cost: 9_000, price: 5_000 }, "price:price_below_cost"],
    [{ cost: 100, price: 5_000 }, "price:markup_too_large"],
    [{ cost: 0, markup_percent: 10 }, "cost:price_too_small"],
    [{ cost: 100 }, "markup_percent:required"],
    [{ markup_percent: 10 }, "cost:required"],
  ])("%j: %s", (parts, error) => {
    expect(verdicts([{ name_uz: "Sut", ...parts }])).toEqual([error])
  })
})

describe("kinds of one listing", () => {
  const kind = (size: string, facts: RowValues = {}) => ({ ...NEW, options: { Hajm: size }, ...facts })

  it("are rows of a group, or of a name with options", () => {
    const { creates } = plan([
      kind("1 l", { shop_code: "S1" }),
      { ...NEW, name_uz: "Qatiq" },
      kind("2 l", { shop_code: "S2", name_ru: "Молоко" }),
    ])
    expect(creates.map(({ rows }) => rows.map(({ row }) => row.number))).toEqual([[2, 4], [3]])
    expect(goodsOf(creates[0])).toMatchObject({
      name: { uz: "Sut", ru: "Молоко" },
      options: [{ title: "Hajm", values: ["1 l", "2 l"] }],
      variants: [{ options: { Hajm: "1 l" }, shop_code: "S1" }, { options: { Hajm: "2 l" } }],
    })
    expect(
      verdicts([kind("1 l", { group: "g" }), { ...kind("2 l", { group: "g" }), name_uz: undefined }])
    ).toEqual(["create", "create"])
  })

  it("are made together or not at all", () => {
    expect(verdicts([kind("1 l"), kind("2 l", { cost: undefined })])).toEqual([
      "null:group_broken",
      "cost:required",
    ])
    expect(verdicts([kind("1 l"), kind("1 l")])).toEqual(["null:group_broken", "options:same_kind"])
    expect(verdicts([kind("1 l", { ikpu: "1" }), kind("2 l", { ikpu: "2" })])[1]).toBe(
      "ikpu:differs_in_group"
    )
    expect(verdicts([kind("1 l", { group: "g" }), { ...NEW, group: "g" }])[1]).toBe("options:required")
    expect(verdicts([kind("1 l"), { ...NEW, options: { Rang: "oq" } }])[1]).toBe("options:options_differ")
  })

  it("are not added to goods that exist", () => {
    const milk = listing({
      name_uz: "Sut",
      variants: [variant({ shop_code: "S1", options: { Hajm: "1 l" } })],
    })
    expect(verdicts([kind("2 l", { shop_code: "S2" })], [milk])).toEqual(["options:new_kind"])
    expect(verdicts([kind("2 l", { shop_code: "S1" })], [milk])).toEqual(["options:options_fixed"])
  })

  it("agree on what changes of the whole", () => {
    const milk = listing({
      name_uz: "Sut",
      variants: [variant(), variant({ id: "lvar_2", barcode: null, shop_code: "S2" })],
    })
    const { rows, updates } = plan(
      [
        { id: "lvar_1", name_ru: "Молоко", stock: 7 },
        { id: "lvar_2", stock: 8 },
      ],
      [milk]
    )
    expect(rows.map(({ unit }) => unit)).toEqual([2, 2])
    expect(patchOf(updates[0])).toEqual({
      name: { uz: "Sut", ru: "Молоко", en: null },
      variants: [
        { id: "lvar_1", stock: 7 },
        { id: "lvar_2", stock: 8 },
      ],
    })
    expect(
      verdicts(
        [
          { id: "lvar_1", name_ru: "Молоко" },
          { id: "lvar_2", name_ru: "Кефир" },
        ],
        [milk]
      )
    ).toEqual(["update", "name_ru:differs_in_group"])
  })
})

describe("files", () => {
  it("have headers that are guessed back", () => {
    for (const language of LANGUAGES) {
      const guessed = guessMapping(FIELDS.map((field) => HEADERS[language][field]))
      expect([language, guessed]).toEqual([
        language,
        Object.fromEntries(FIELDS.map((field, index) => [field, index])),
      ])
    }
  })

  it("hold no formulas", () => {
    expect(["=1+1", "+7", "-5", "@a", "'=x", "a=b", 5, -5].map(neutral)).toEqual([
      "'=1+1",
      "'+7",
      "'-5",
      "'@a",
      "''=x",
      "a=b",
      5,
      -5,
    ])
    expect(csvLine(['a"b', "c;d", 12.5, "e\nf"], "uz")).toBe('"a""b";"c;d";12,5;"e\nf"\r\n')
    expect(csvLine(["c;d", "c,d", 12.5], "en")).toBe('c;d,"c,d",12.5\r\n')
  })

  it("a text that is too long for a workbook's cell is cut, and the file is made all the same", async () => {
    const [[cell]] = await readXlsx(await workbook([["a".repeat(40_000)]], "x"))
    expect(cell).toBe("a".repeat(32_767))
  })

  it("explain every error in every language", () => {
    for (const language of LANGUAGES) {
      for (const code of ROW_ERROR_CODES) {
        const { message } = presentError({ field: null, code, params: {} }, language)
        expect([language, code, message]).not.toEqual([language, code, code])
      }
    }
    expect(presentError({ field: "stock", code: "stock_reserved", params: { reserved: 2 } }, "uz")).toEqual({
      field: "stock",
      code: "stock_reserved",
      message: "2 dona ochiq buyurtmalarga band: qoldiq bundan kam bo‘lmaydi",
    })
  })
})

it("the mark of a row makes its product's handle its own", () => {
  expect(markedHandle("Ko‘k choy", "imprw_1")).toBe(markedHandle("Ko‘k choy", "imprw_1"))
  expect(markedHandle("Ko‘k choy", "imprw_1")).not.toBe(markedHandle("Ko‘k choy", "imprw_2"))
  expect(markedHandle("Ko‘k choy", "imprw_1")).toMatch(/^kok-choy-[0-9a-z]{10}$/)
})
