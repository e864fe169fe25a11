import fc from "fast-check"
import { BUILT_IN_WORDS, flaggedWords, skeletonOf } from "../lib/words"

const own = [{ word: "yolg‘onchi", skeleton: skeletonOf("yolg‘onchi") }]

describe("the word filter", () => {
  it.each([
    ["Bu sotuvchi ahmoq ekan", "ahmoq"],
    ["AXMOQLAR", "ahmoq"],
    ["аҳмоқ одам", "ahmoq"],
    ["ahhhmoooq", "ahmoq"],
    ["a h m o q", "ahmoq"],
    ["a.h.m.o.q", "ahmoq"],
    ["@hm0q", "ahmoq"],
    ["haromi", "haromi"],
    ["Харомилар", "haromi"],
    ["дурак", "дурак"],
    ["Дураки!", "дурак"],
    ["дуpaк", "дурак"],
    ["д у р а к", "дурак"],
    ["с у ка", "сука"],
    ["cyka", "сука"],
    ["су-ка", "сука"],
    ["suka", "сука"],
    ["ублююдок", "ублюдок"],
    ["дебіл", "дебил"],
    ["ѕukα", "сука"],
    ["с\u200bу\u00adка", "сука"],
    ["сссууукка", "сука"],
    ["yolgʻonchi do‘kon", "yolg‘onchi"],
    ["ёлғончи", "yolg‘onchi"],
  ])("finds in %s the word %s", (text, word) => {
    expect(flaggedWords(text, own).map(skeletonOf)).toEqual([skeletonOf(word)])
  })

  it.each([
    "Juda yaxshi mahsulot, tavsiya qilaman. 100% sifatli, narxi 25 000 so‘m.",
    "Товар хороший, но доставка шла 5 дней. Сукно плотное, размер L, цвет как на фото.",
    "Very good quality, I like it a lot. It is a bit small in size",
    "Ha, u a lo! 5 yulduz",
    "",
  ])("leaves alone: %s", (text) => {
    expect(flaggedWords(text, own)).toEqual([])
  })

  it("finds every listed word however it is disguised", () => {
    const disguise = fc.record({
      word: fc.constantFrom(...BUILT_IN_WORDS),
      repeats: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 16, maxLength: 16 }),
      isUpper: fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }),
      gap: fc.constantFrom("", ".", "-", "_", "*", " "),
      before: fc.constantFrom("", "Bu ", "Этот товар — "),
      after: fc.constantFrom("", "!", " ekan", ", да"),
    })
    fc.assert(
      fc.property(disguise, ({ word, repeats, isUpper, gap, before, after }) => {
        const letters = [...word]
          .filter((letter) => letter !== "‘")
          .map((letter, index) => {
            const seen = isUpper[index % 16] ? letter.toUpperCase() : letter
            return gap === "" ? seen.repeat(repeats[index % 16]) : seen
          })
        expect(flaggedWords(before + letters.join(gap) + after).map(skeletonOf)).toContain(skeletonOf(word))
      })
    )
  })

  it("answers any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        expect(Array.isArray(flaggedWords(text, own))).toBe(true)
      })
    )
  })
})
