import fc from "fast-check"
import { AdMoment, foldMoment, matchesTarget, readTarget, targetSchema } from "../target"

const everybody = readTarget({})
const moment = (facts: Partial<AdMoment> = {}) => foldMoment({ locale: "uz", hour: 12, ...facts })
const matches = (target: object, facts: Partial<AdMoment> = {}) =>
  matchesTarget(readTarget(target), moment(facts))

describe("the target of an ad", () => {
  it("that names nobody is everybody", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.integer({ min: 0, max: 23 }), (q, region, hour) =>
        matchesTarget(everybody, moment({ q, region, hour, category_id: "pcat_1" }))
      )
    )
  })

  it.each([
    [{ category_ids: ["a"] }, { category_id: "a" }, true],
    [{ category_ids: ["a"] }, { category_id: "b" }, false],
    [{ category_ids: ["a"] }, {}, false],
    [{ query_words: ["Go‘sht"] }, { q: "mol GO'SHTi" }, false],
    [{ query_words: ["Go‘sht"] }, { q: "yangi go`sht!" }, true],
    [{ query_words: ["iPhone 15"] }, { q: "iphone-15 pro" }, true],
    [{ query_words: ["iPhone 15"] }, { q: "iphone" }, false],
    [{ query_words: ["non"] }, {}, false],
    [{ regions: ["Toshkent"] }, { region: "TOSHKENT" }, true],
    [{ regions: ["Toshkent"] }, { region: "Buxoro" }, false],
    [{ languages: ["ru"] }, { locale: "ru" as const }, true],
    [{ languages: ["ru"] }, {}, false],
    [{ hours: [9, 12] }, {}, true],
    [{ hours: [9] }, {}, false],
    [{ hours: [12], languages: ["ru"] }, {}, false],
  ])("%p for %p: %p", (target, facts, expected) => {
    expect(matches(target, facts)).toBe(expected)
  })

  it("never widens by naming more lists", () => {
    const lists = fc.record({
      category_ids: fc.subarray(["a", "b"]),
      query_words: fc.subarray(["non", "sut"]),
      regions: fc.subarray(["toshkent", "buxoro"]),
      languages: fc.subarray(["uz" as const, "ru" as const]),
      hours: fc.subarray([11, 12]),
    })
    const facts = fc.record({
      category_id: fc.constantFrom("a", "c", null),
      q: fc.constantFrom("issiq non", "", null),
      region: fc.constantFrom("Toshkent", null),
    })
    fc.assert(
      fc.property(lists, facts, (target, given) => {
        const whole = matches(target, given)
        const parts = Object.entries(target).every(([key, items]) => matches({ [key]: items }, given))
        expect(whole).toBe(parts)
      })
    )
  })

  it("is read from a body strictly, folded and without repetitions", () => {
    expect(targetSchema.parse({ query_words: ["Non", " non ", "NON!"], hours: [3, 3] })).toEqual({
      category_ids: [],
      query_words: ["non"],
      regions: [],
      languages: [],
      hours: [3],
    })
    for (const wrong of [{ hours: [24] }, { languages: ["fr"] }, { ages: [1] }, { category_ids: [""] }]) {
      expect(targetSchema.safeParse(wrong).success).toBe(false)
    }
  })

  it("from an older system is read as far as it makes sense", () => {
    expect(
      readTarget({ category_ids: "all", hours: [25, 3, "4"], languages: ["fr", "ru"], query_words: [null] })
    ).toEqual({ category_ids: [], query_words: [], regions: [], languages: ["ru"], hours: [3] })
    expect(readTarget(null)).toEqual(everybody)
  })
})
