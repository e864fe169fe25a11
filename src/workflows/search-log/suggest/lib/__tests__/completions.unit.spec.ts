import fc from "fast-check"
import { foldedText } from "../../../../../modules/search-log/lib/text"
import { completionsOf } from "../completions"
import { inScript, scriptOf } from "../scripts"

const TITLES = [
  "Samsung Galaxy A54",
  "Самсунг телефони",
  "Samsung Galaxy S24 Ultra",
  "Sandiq yog‘och",
  "Сандиқ ёғоч",
  "Сахар 1 кг",
]
const popular = [{ text: "samovar", folded: foldedText("samovar") }]
const complete = (q: string, limit = 10) => completionsOf(q, { popular, titles: TITLES, limit })

describe("completions", () => {
  it("go on in the alphabet that is typed", () => {
    expect(complete("sam", 3)).toEqual(["samovar", "samsung", "samsung galaxy"])
    expect(complete("сам", 2)).toEqual(["самовар", "самсунг"])
    expect(complete("san")).toEqual(["sandiq", "sandiq yog‘och"])
    expect(complete("сан")).toEqual(["сандиқ", "сандиқ ёғоч"])
    expect(complete("sax")).toEqual(["saxar"])
  })

  it("keep the words before the last, and want them in the title", () => {
    expect(complete("samsung ga")).toEqual(["samsung galaxy", "samsung galaxy a54", "samsung galaxy s24"])
    expect(complete("sandiq ga")).toEqual([])
  })

  it("are none for nothing", () => {
    expect([complete(""), complete("  "), complete("?!"), complete("samovar")]).toEqual([[], [], [], []])
  })

  it("all begin with what was typed, each once, whatever it is", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 30 }),
      fc.constantFrom("s", "sam", "САМ", "сан", "s 2")
    )
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 10 }), (q, limit) => {
        const found = complete(q, limit)
        expect(found.length).toBeLessThanOrEqual(limit)
        const folded = found.map(foldedText)
        expect(new Set(folded).size).toBe(folded.length)
        expect(folded).not.toContain(foldedText(q))
      })
    )
  })
})

describe("alphabets", () => {
  it.each([
    ["yog‘och", "ёғоч"],
    ["choynak", "чойнак"],
    ["o'zbek", "ўзбек"],
    ["elektr", "электр"],
    ["qo‘ng‘iroq", "қўнғироқ"],
    ["wi-fi", "wi-fi"],
    ["a54", "a54"],
  ])("%s is %s", (latin, cyrillic) => {
    expect(inScript(latin, "cyrillic")).toBe(cyrillic)
    expect(inScript(latin, "latin")).toBe(latin)
  })

  it.each([
    ["сахар", "saxar"],
    ["ғишт", "g‘isht"],
    ["ер", "yer"],
    ["меҳмон", "mehmon"],
  ])("%s is %s", (cyrillic, latin) => {
    expect(inScript(cyrillic, "latin")).toBe(latin)
  })

  it("is that of the last letter", () => {
    expect([scriptOf("samсам"), scriptOf("сам 12"), scriptOf("iphone"), scriptOf("12")]).toEqual([
      "cyrillic",
      "cyrillic",
      "latin",
      null,
    ])
  })
})
