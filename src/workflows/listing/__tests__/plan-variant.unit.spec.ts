import { NewVariant, planVariant, ProductOption } from "../lib/plan-variant"

const option = (title: string, ...values: string[]): ProductOption => ({
  id: `opt_${title}`,
  title,
  values: values.map((value) => ({ id: `val_${value}`, value })),
})
const variant = (id: string, title: string, options: Record<string, string>) => ({
  id,
  variant_id: `variant_${id}`,
  title,
  options,
})
const input = (facts: Partial<NewVariant>): NewVariant => ({
  cost: 1000,
  markup_percent: 10,
  options: {},
  ...facts,
})

const COLOURS = [option("Rang", "Oq", "Qora")]
const WHITE = variant("1", "Oq", { Rang: "Oq" })
const SINGLE = [option("Turi", "Oddiy")]
const PLAIN = variant("1", "Oddiy", { Turi: "Oddiy" })

describe("planVariant", () => {
  it("needs nothing new for a value that the goods have", () => {
    const plan = planVariant(COLOURS, [WHITE], input({ options: { Rang: "Qora" } }))
    expect(plan).toMatchObject({
      draft: { title: "Qora", price: "1100", stock: 0, barcode: null, low_stock: null },
      kept_option_ids: ["opt_Rang"],
      dropped_option_ids: [],
      new_options: [],
      new_values: [],
      existing: [],
    })
  })

  it("makes a value that nobody has named", () => {
    const { new_values } = planVariant(COLOURS, [WHITE], input({ options: { Rang: "Ko‘k" } }))
    expect(new_values).toEqual([{ option_id: "opt_Rang", value: "Ko‘k" }])
  })

  it("names the variants that exist under a new option", () => {
    const own = variant("2", "Mening nomim", { Rang: "Qora" })
    const wish = input({ options: { Rang: "Oq", Hajm: "L" }, existing_options: { Hajm: "M" } })
    expect(planVariant(COLOURS, [WHITE, own], wish)).toMatchObject({
      new_options: [{ title: "Hajm", values: ["M", "L"] }],
      existing: [
        { id: "1", title: "Oq / M", title_before: "Oq", options: { Rang: "Oq", Hajm: "M" } },
        { id: "2", title: "Mening nomim", options: { Rang: "Qora", Hajm: "M" } },
      ],
    })
  })

  it("drops the hidden option of goods in one kind, unless it is named", () => {
    expect(planVariant(SINGLE, [PLAIN], input({ options: { Rang: "Oq" } }))).toMatchObject({
      kept_option_ids: [],
      dropped_option_ids: ["opt_Turi"],
      new_options: [{ title: "Rang", values: ["Oddiy", "Oq"] }],
      existing: [{ title: "Oddiy", options: { Rang: "Oddiy" }, options_before: { Turi: "Oddiy" } }],
    })
    expect(planVariant(SINGLE, [PLAIN], input({ options: { Turi: "Katta" } }))).toMatchObject({
      kept_option_ids: ["opt_Turi"],
      dropped_option_ids: [],
      new_values: [{ value: "Katta" }],
    })
  })

  const many = Array.from({ length: 100 }, (_, n) => variant(String(n), `v${n}`, { Rang: `v${n}` }))
  it.each([
    ["the same variant twice", COLOURS, [WHITE], { options: { Rang: "Oq" } }],
    ["the same under a new option", SINGLE, [PLAIN], { options: { Rang: "Oddiy" } }],
    ["a missing option", COLOURS, [WHITE], { options: { Hajm: "L" } }],
    ["no option for goods of one kind", SINGLE, [PLAIN], { options: {} }],
    [
      "a name for an option that is not new",
      COLOURS,
      [WHITE],
      { options: { Rang: "a" }, existing_options: { Rang: "b" } },
    ],
    ["a fourth option", COLOURS, [WHITE], { options: { Rang: "Oq", a: "1", b: "2", c: "3" } }],
    [
      "a value too many",
      [option("Rang", ...many.slice(0, 50).map(({ title }) => title))],
      [WHITE],
      { options: { Rang: "x" } },
    ],
    ["a variant too many", COLOURS, many, { options: { Rang: "x" } }],
  ])("refuses %s", (_, options, existing, facts) => {
    expect(() => planVariant(options, existing, input(facts))).toThrow(
      expect.objectContaining({ code: "LISTING_OPTIONS_WRONG" })
    )
  })
})
