import fc from "fast-check"
import { foldWord, stemOf, stemsOf } from ".."

const stemsOfWord = (word: string) => stemsOf(foldWord(word))

/** Each of these forms must be found by its first one, and find it. */
const FORMS: ReadonlyArray<readonly string[]> = [
  [
    "telefon",
    "telefonlar",
    "telefoni",
    "telefonni",
    "telefonning",
    "telefonga",
    "telefonda",
    "telefondan",
    "telefonlarimizni",
  ],
  ["muzlatkich", "muzlatkichlar", "muzlatkichi", "muzlatkichning", "музлаткичларга"],
  ["olma", "olmalar", "olmani", "olmaning", "olmasi", "olmadan"],
  ["ko‘ylak", "ko‘ylaklar", "ko‘ylagi", "ko‘ylakni", "кўйлаги"],
  ["ko‘zoynak", "ko‘zoynagi", "кўзойнаклар"],
  ["kitob", "kitoblar", "kitobi", "китобларни", "kitobdan"],
  ["mashina", "mashinasi", "mashinalar", "машина", "машины", "машину", "машиной", "машинами"],
  ["divan", "divani", "divanlar", "диван", "диваны", "диванов"],
  ["кроссовки", "кроссовками", "krossovka", "krossovkalar", "krossovkasi"],
  ["холодильник", "холодильники", "холодильника", "холодильников", "холодильнику"],
  ["сумка", "сумки", "сумку", "sumka", "sumkalar", "sumkasi"],
  ["книга", "книги", "книгу", "книгой"],
  ["посуда", "посуды", "посуду", "посудой"],
  ["чёрный", "чёрная", "чёрное", "чёрные", "черного", "чёрных"],
  ["детский", "детская", "детские", "детских", "детское"],
  ["нож", "ножи", "ножей"],
  ["phone", "phones"],
  ["watch", "watches"],
  ["battery", "batteries"],
  ["shoe", "shoes"],
]

describe("stemOf", () => {
  it.each(FORMS)("has a stem that %s and its forms share", (...forms) => {
    const [first, ...others] = forms.map(stemsOfWord)
    for (const stems of others) {
      expect({ stems, shares: stems.some((stem) => first.includes(stem)) }).toEqual({ stems, shares: true })
    }
  })

  it.each([
    ["simli", "simsiz"],
    ["qora", "qoramol"],
    ["olma", "olmos"],
    ["soat", "soatsoz"],
    ["televizor", "telefon"],
    ["стол", "стул"],
    ["чай", "чайник"],
  ])("keeps %s and %s apart", (one, other) => {
    expect(stemsOfWord(one).filter((stem) => stemsOfWord(other).includes(stem))).toEqual([])
  })

  it("keeps numbers, sizes and codes as they are", () => {
    expect(["128gb", "1d5l", "a52", "4780000000001"].map(stemOf)).toEqual([
      "128gb",
      "1d5l",
      "a52",
      "4780000000001",
    ])
  })

  it("never goes below three letters, and leaves what is shorter", () => {
    const words = fc.string({ unit: fc.constantFrom(..."abdegiklmnorsuz"), maxLength: 30 })
    fc.assert(
      fc.property(words, (word) => {
        const stems = stemsOf(word)
        expect(stems.length).toBeGreaterThan(0)
        expect(stems.length).toBeLessThanOrEqual(3)
        stems.forEach((stem) => expect(stem.length).toBeGreaterThanOrEqual(Math.min(3, word.length)))
      })
    )
  })

  it("joins a consonant-ending noun with any plural, possessive and case", () => {
    const letters = fc.constantFrom("bar", "kit", "tov", "sham", "diz", "gul")
    const noun = fc
      .tuple(letters, fc.constantFrom("ob", "ut", "iz", "ush", "ek"))
      .map((parts) => parts.join(""))
    const ending = fc
      .tuple(
        fc.constantFrom("", "lar"),
        fc.constantFrom("", "i", "im", "imiz"),
        fc.constantFrom("", "ni", "ning", "ga", "da", "dan")
      )
      .map((parts) => parts.join(""))
    fc.assert(
      fc.property(noun, ending, (word, end) => {
        const stems = stemsOfWord(word + end)
        expect(stems.some((stem) => stemsOfWord(word).includes(stem))).toBe(true)
      })
    )
  })
})
