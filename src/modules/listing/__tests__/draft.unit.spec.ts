import { draftVariants, SINGLE_OPTION } from "../lib/draft"

const facts = { cost: 1000, markup_percent: 10 }

describe("draftVariants", () => {
  it("gives goods of one kind an option, because Medusa wants one", () => {
    const { options, variants } = draftVariants([], [{ ...facts, stock: 3 }])
    expect(options).toEqual([{ title: SINGLE_OPTION.title, values: [SINGLE_OPTION.value] }])
    expect(variants).toEqual([
      {
        title: "Oddiy",
        options: { Turi: "Oddiy" },
        ...facts,
        price: "1100",
        barcode: null,
        shop_code: null,
        stock: 3,
        low_stock: null,
      },
    ])
  })

  it("names variants by their options", () => {
    const colours = [{ title: "Rang", values: ["Qizil", "Ko‘k"] }]
    const { variants } = draftVariants(colours, [
      { ...facts, options: { Rang: "Qizil" } },
      { ...facts, options: { Rang: "Ko‘k" }, cost: 2000 },
    ])
    expect(variants.map(({ title, price }) => [title, price])).toEqual([
      ["Qizil", "1100"],
      ["Ko‘k", "2200"],
    ])
  })

  it.each([
    ["a value that the option lacks", [{ ...facts, options: { Rang: "Sariq" } }]],
    ["an unknown option", [{ ...facts, options: { Rang: "Qizil", Hajm: "L" } }]],
    [
      "two equal variants",
      [
        { ...facts, options: { Rang: "Qizil" } },
        { ...facts, options: { Rang: "Qizil" } },
      ],
    ],
  ])("refuses %s", (_, variants) => {
    const colours = [{ title: "Rang", values: ["Qizil", "Ko‘k"] }]
    expect(() => draftVariants(colours, variants)).toThrow(
      expect.objectContaining({ code: "LISTING_OPTIONS_WRONG" })
    )
  })

  it("refuses goods that would cost nothing", () => {
    expect(() => draftVariants([], [{ cost: 0, markup_percent: 50 }])).toThrow(
      expect.objectContaining({ code: "LISTING_PRICE_TOO_SMALL" })
    )
  })
})
