import {
  categoryName,
  categoryOf,
  isPurchase,
  namesStandard,
  OwnCategory,
  STANDARD_CATEGORIES,
  STANDARD_CATEGORY_IDS,
} from "../lib/categories"

const own = new Map<string, OwnCategory>([
  ["ecat_1", { id: "ecat_1", name: "Choy-non", is_purchase: false }],
  ["ecat_2", { id: "ecat_2", name: "Xomashyo", is_purchase: true, archived_at: new Date() }],
])

describe("categories", () => {
  it("have the eight standard ones, of which purchases alone are buying stock", () => {
    expect(STANDARD_CATEGORY_IDS).toEqual([
      "salary",
      "rent",
      "utilities",
      "purchases",
      "delivery",
      "marketing",
      "tax",
      "other",
    ])
    expect(STANDARD_CATEGORY_IDS.filter((id) => isPurchase(id, own))).toEqual(["purchases"])
    for (const { name } of Object.values(STANDARD_CATEGORIES)) {
      expect(Object.values(name).every((text) => text.length > 0)).toBe(true)
    }
  })

  it("are found among the standard ones and the company's own, and nowhere else", () => {
    expect(categoryOf("rent", own)).toMatchObject({
      name: { ru: "Аренда" },
      is_standard: true,
      is_archived: false,
    })
    expect(categoryOf("ecat_2", own)).toEqual({
      id: "ecat_2",
      name: { uz: "Xomashyo", ru: "Xomashyo", en: "Xomashyo" },
      is_standard: false,
      is_purchase: true,
      is_archived: true,
    })
    expect(categoryOf("ecat_3", own)).toBeUndefined()
    expect(categoryOf("toString", own)).toBeUndefined()
    expect(categoryName("ecat_3", own).uz).toBe("ecat_3")
  })

  it("of a company's own are not called as a standard one is", () => {
    expect(["ijara", " АРЕНДА ", "rent", "Ish  haqi"].every(namesStandard)).toBe(true)
    expect(namesStandard("Choy-non")).toBe(false)
  })
})
