import fc from "fast-check"
import { GOODS } from "../../../../integration-tests/relevance/goods"
import { foldWord, SYNONYM_SEED, tokensOf } from ".."

/** The Uzbek alphabet in both scripts, letter by letter; е and ц as they are written inside a word. */
const LETTERS: ReadonlyArray<readonly [string, string]> = [
  ...[..."абвгджзийклмнопрстуфхэқҳ"].map(
    (letter, index) => [letter, [..."abvgdjziyklmnoprstufxeqh"][index]] as const
  ),
  ["ў", "o‘"],
  ["ғ", "g‘"],
  ["ш", "sh"],
  ["ч", "ch"],
  ["нг", "ng"],
  ["я", "ya"],
  ["ю", "yu"],
  ["ё", "yo"],
  ["ъ", "’"],
]

const pair = fc.array(fc.constantFrom(...LETTERS), { minLength: 1, maxLength: 20 }).map((letters) => ({
  cyrillic: letters.map(([c]) => c).join(""),
  latin: letters.map(([, l]) => l).join(""),
}))

/** Words that have one spelling in each script, from dictionaries and shop windows. */
const SPELLINGS: ReadonlyArray<readonly string[]> = [
  ["qo‘ng‘iroq", "qoʻngʻiroq", "qo'ng'iroq", "qo`ng`iroq", "qo’ng’iroq", "қўнғироқ", "ҚЎНҒИРОҚ", "qongiroq"],
  ["o‘zbekiston", "O'ZBEKISTON", "ўзбекистон", "ōzbekiston"],
  ["choynak", "чойнак", "çoynak"],
  ["shaftoli", "шафтоли", "şaftoli"],
  ["sig‘im", "сиғим", "siğim"],
  ["san’at", "санъат", "sanat"],
  ["mo‘jiza", "мўъжиза"],
  ["yetti", "етти"],
  ["yo‘l", "йўл"],
  ["yulduz", "юлдуз"],
  ["yaxshi", "яхши"],
  ["dunyo", "дунё"],
  ["sirk", "цирк", "tsirk"],
  ["obyektiv", "объектив"],
  ["bulyon", "бульон"],
  ["kompyuter", "компьютер", "компютер", "computer"],
  ["telefon", "телефон", "ТЕЛЕФОН", "тeлeфoн"],
  ["chorniy", "чорный"],
  ["cherniy", "чёрный", "черный"],
  ["shchyotka", "щётка", "щетка"],
  ["shampun", "шампунь"],
  ["jinsi", "джинсы", "жинси"],
  ["xolodilnik", "холодильник", "holodilnik", "kholodilnik"],
  ["lyuks", "люкс", "luks"],
  ["huawei", "хуавей"],
  ["philips", "филипс", "filips"],
  ["bosch", "бош", "bosh"],
  ["canon", "канон"],
  ["nescafe", "нескафе", "nescafé"],
  ["iPhone", "iРhоne"],
]

describe("foldWord", () => {
  it.each(SPELLINGS)("has one form for %s and its other spellings", (...spellings) => {
    expect(new Set(spellings.map(foldWord)).size).toBe(1)
  })

  it("keeps words apart that differ in more than their spelling", () => {
    const words = [
      "telefon",
      "televizor",
      "olma",
      "anor",
      "soat",
      "savat",
      "shakar",
      "shar",
      "simli",
      "simsiz",
      "non",
      "nok",
    ]
    expect(new Set(words.map(foldWord)).size).toBe(words.length)
  })

  it("folds the Latin and the Cyrillic spelling of any Uzbek text alike", () => {
    fc.assert(
      fc.property(pair, ({ cyrillic, latin }) => expect(foldWord(latin)).toBe(foldWord(cyrillic))),
      { numRuns: 2_000 }
    )
  })

  it("does not change what it has folded", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 100 }),
      fc.string({
        unit: fc.constantFrom(..."acehikloqstuwxyz'‘йцукенгшщзхъфывапролджэячсмитьбюёқўғҳ19"),
        maxLength: 80,
      })
    )
    fc.assert(
      fc.property(text, (word) => expect(foldWord(foldWord(word))).toBe(foldWord(word))),
      { numRuns: 2_000 }
    )
  })

  it("does not change the folded words of goods and synonyms", () => {
    const words = [...GOODS.map(({ title }) => title), ...SYNONYM_SEED.flat()].flatMap((text) =>
      tokensOf(text, 1_000)
    )
    expect(words.length).toBeGreaterThan(1_500)
    for (const { folded, parts } of words) {
      expect([folded, ...parts].map(foldWord)).toEqual([folded, ...parts])
    }
  })

  it("answers with a–z and 0–9 only, never more than 64 of them", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (word) =>
        expect(foldWord(word)).toMatch(/^[a-z0-9]{0,64}$/)
      ),
      { numRuns: 2_000 }
    )
  })
})
