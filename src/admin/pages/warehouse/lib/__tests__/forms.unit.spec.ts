import type { Listing, ListingDetail } from "../../types"
import { withListing } from "../cache"
import { fiscalPatch, textsPatch, wrongFiscal } from "../facts"
import { changed, NO_FILTERS, queryOf, readFilters, writeFilters } from "../filters"
import { asStocked, copiesOf, itemsOf, oneEach, totalOf } from "../labels"
import { kindOf, nameIn } from "../names"
import { bodyOf, NEW_GOODS, nextGoods, wrongOf } from "../new-goods"
import { NEW_VARIANT, optionsOf, variantBody, wrongVariant } from "../new-variant"
import { costOf, decimalText, markupOf, previewPrice, stockOf } from "../numbers"
import { moved, sortFiles } from "../pictures"

describe("numbers as people type them", () => {
  it.each([
    ["12 500", "12500"],
    ["12\u00a0500,5", "12500.5"],
    ["12,750", "12750"],
    ["1.250.000", "1250000"],
    ["12.75", "12.75"],
    ["-5", null],
    ["1,2,3", null],
    ["", null],
    ["12.345.6", null],
  ])("%p is %p", (typed, text) => {
    expect(decimalText(typed)).toBe(text)
  })

  it("keeps to the bounds of the server", () => {
    expect([costOf("1000000000000"), costOf("1000000000001")]).toEqual([1_000_000_000_000, null])
    expect([markupOf("999,99"), markupOf("1000"), markupOf("12.500")]).toEqual([999.99, null, null])
    expect([stockOf("1 000 000"), stockOf("1000001"), stockOf("2,5")]).toEqual([1_000_000, null, null])
  })

  it("gives no price that the server would refuse", () => {
    expect([previewPrice(10_800, 12), previewPrice(0.4, 0), previewPrice(null, 5)]).toEqual([
      12_096,
      null,
      null,
    ])
  })
})

describe("filters in the address", () => {
  it("are read back as they were written, and other parts of the address stay", () => {
    const filters = { ...NO_FILTERS, q: "non", shown: "hidden" as const, order: "price" as const, offset: 25 }
    const params = writeFilters(filters, new URLSearchParams("new=1&stock=low"))
    expect(params.toString()).toBe("new=1&q=non&shown=hidden&order=price&offset=25")
    expect(readFilters(params)).toEqual(filters)
  })

  it("that nobody knows count as none", () => {
    const typed = new URLSearchParams("shown=all&stock=x&order=cost&offset=-5")
    expect(readFilters(typed)).toEqual(NO_FILTERS)
  })

  it("start at the first page when they change", () => {
    expect(changed({ ...NO_FILTERS, offset: 50 }, { stock: "low" })).toMatchObject({
      stock: "low",
      offset: 0,
    })
  })

  it("become the server's words", () => {
    expect(queryOf({ ...NO_FILTERS, shown: "hidden" })).toMatchObject({
      is_visible: false,
      status: undefined,
    })
    expect(queryOf({ ...NO_FILTERS, shown: "archived" })).toMatchObject({
      is_visible: undefined,
      status: "archived",
    })
  })
})

describe("new goods", () => {
  const typed = { ...NEW_GOODS, name: " Non ", cost: "3 000", markup: "20" }

  it("name what is wrong", () => {
    expect(wrongOf(NEW_GOODS)).toEqual({ name: "name", cost: "cost", markup: "markup" })
    expect(wrongOf({ ...typed, cost: "0" })).toEqual({ cost: "price" })
    expect(wrongOf({ ...typed, barcode: "4780000000001", stock: "x" })).toEqual({
      barcode: "barcode",
      stock: "stock",
    })
    expect(wrongOf({ ...typed, barcode: "4006381333931", stock: "5" })).toEqual({})
  })

  it("are sent without what was left empty", () => {
    expect(bodyOf(typed)).toEqual({
      name: { uz: "Non" },
      cost: 3000,
      markup_percent: 20,
      stock: 0,
      is_visible: true,
      images: [],
    })
  })

  it("of the same delivery share markup and category", () => {
    expect(nextGoods({ ...typed, category_id: "c", stock: "9" })).toEqual({
      ...NEW_GOODS,
      markup: "20",
      category_id: "c",
    })
  })
})

describe("a new variant", () => {
  const options = [{ title: "Rang", values: ["Oq"] }]
  const typed = { ...NEW_VARIANT, cost: "100", markup: "10", values: { Rang: " Qizil " } }

  it("needs a value of every option", () => {
    expect(wrongVariant({ ...typed, values: {} }, options)).toEqual({ options: "options" })
    expect(wrongVariant({ ...typed, newOption: "Hajm" }, options)).toEqual({ options: "options" })
    expect(wrongVariant(typed, [])).toEqual({ options: "options" })
    expect(wrongVariant({ ...typed, shop_code: "a b" }, options)).toEqual({ shop_code: "shopCode" })
    expect(wrongVariant(typed, options)).toEqual({})
  })

  it("brings a new option, with its value for the others", () => {
    const more = { ...typed, newOption: "Hajm", newValue: "1 l", existingValue: "2 l" }
    expect(optionsOf(more, options)).toEqual({ Rang: "Qizil", Hajm: "1 l" })
    expect(variantBody(more, options)).toEqual({
      options: { Rang: "Qizil", Hajm: "1 l" },
      cost: 100,
      markup_percent: 10,
      stock: 0,
      existing_options: { Hajm: "2 l" },
    })
  })
})

describe("texts and tax codes", () => {
  it("left empty are taken away", () => {
    const texts = { uz: " Non ", ru: " ", en: "Bread", description: "", category_id: "" }
    expect(textsPatch(texts)).toEqual({
      name: { uz: "Non", ru: null, en: "Bread" },
      description: null,
      category_id: null,
    })
    expect(fiscalPatch({ ikpu: "", package_code: "", vat: "12 %".replace(" ", "") })).toEqual({
      ikpu: null,
      package_code: null,
      vat_percent: 12,
    })
  })

  it("are looked at before they are sent", () => {
    expect(wrongFiscal({ ikpu: "1", package_code: "x", vat: "101" })).toEqual({
      ikpu: true,
      package_code: true,
      vat: true,
    })
    expect(wrongFiscal({ ikpu: "0".repeat(17), package_code: "1", vat: "" })).toEqual({})
  })
})

describe("pictures", () => {
  const file = (name: string, type = "image/png", size = 1000) => ({ name, type, size })

  it("that the server would refuse are not sent", () => {
    const files = [
      file("a"),
      file("b", "image/gif"),
      file("c", "image/webp", 6_000_000),
      file("d"),
      file("e"),
    ]
    const { fit, refused } = sortFiles(files, 4)
    expect(fit.map(({ name }) => name)).toEqual(["a", "d"])
    expect(refused).toEqual([
      { name: "b", why: "kind" },
      { name: "c", why: "size" },
      { name: "e", why: "many" },
    ])
  })

  it("move to another place, never out of the list", () => {
    expect(moved(["a", "b", "c"], 2, 0)).toEqual(["c", "a", "b"])
    expect(moved(["a", "b"], 0, -1)).toEqual(["a", "b"])
    expect(moved(["a", "b"], 1, 2)).toEqual(["a", "b"])
  })
})

describe("labels", () => {
  const goods = [
    {
      variants: [
        { id: "a", stocked: 3 },
        { id: "b", stocked: 0 },
      ],
    },
  ] as unknown as Listing[]

  it("are one of each, or as many as lie on the shelf", () => {
    expect(oneEach(goods)).toEqual({ a: 1, b: 1 })
    expect(asStocked(goods)).toEqual({ a: 3, b: 0 })
    expect(totalOf(asStocked(goods))).toBe(3)
    expect(itemsOf(asStocked(goods))).toEqual([{ variant_id: "a", copies: 3 }])
  })

  it("are counted in whole copies up to 500", () => {
    expect(["", "7", "900", "x"].map(copiesOf)).toEqual([0, 7, 500, 0])
  })
})

describe("names", () => {
  it("fall back to Uzbek", () => {
    const name = { uz: "Non", ru: "Хлеб", en: " " }
    expect([nameIn("uz", name), nameIn("ru", name), nameIn("en", name)]).toEqual(["Non", "Хлеб", "Non"])
    expect(kindOf({ options: { Rang: "Oq", Hajm: "1 l" }, title: "x" })).toBe("Oq, 1 l")
  })
})

describe("an answered listing", () => {
  const answered = { id: "a", is_visible: false, images: [], options: [] } as unknown as ListingDetail

  it("takes the place of the old one, in the list and alone", () => {
    const page = { listings: [{ id: "b" }, { id: "a", is_visible: true }], count: 2 }
    expect(withListing(page, answered)).toEqual({
      listings: [{ id: "b" }, { id: "a", is_visible: false }],
      count: 2,
    })
    expect(withListing({ listing: { id: "a" } }, answered)).toEqual({ listing: answered })
  })

  it("leaves everything else alone", () => {
    for (const read of [undefined, { orders: [] }, { listings: [{ id: "b" }] }, { listing: { id: "b" } }]) {
      expect(withListing(read, answered)).toBe(read)
    }
  })
})
