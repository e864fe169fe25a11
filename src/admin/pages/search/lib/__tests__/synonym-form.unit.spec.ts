import { withApostrophes } from "../apostrophes"
import { addWords, changesOf, draftOf, hasWord, wordsIn, wrongOf } from "../synonym-form"

it("the server's apostrophes are shown as Uzbek writes them", () => {
  expect(withApostrophes("o'yin G'alla ma'no")).toBe("o‘yin G‘alla ma’no")
})

describe("words of a group of synonyms", () => {
  it("are cut at commas and line ends, and tidied", () => {
    expect(wordsIn(" telefon , смартфон;\nkir  mashina ,, ")).toEqual(["telefon", "смартфон", "kir mashina"])
  })

  it("are added once, in whichever alphabet they come", () => {
    expect(addWords(["telefon"], "Телефон, TELEFON, mobil, ?!")).toEqual(["telefon", "mobil"])
    expect(addWords(["telefon"], "telefonlar, телефоны")).toEqual(["telefon"])
    expect(addWords([], "o‘yin, o'yin, ўйин")).toEqual(["o‘yin"])
  })

  it("are from two to twenty, and not too long", () => {
    expect(wrongOf(["telefon"])).toBe("enough")
    expect(wrongOf(["telefon", "smartfon"])).toBeNull()
    expect(wrongOf(Array.from({ length: 21 }, (_, index) => `so‘z ${index}`))).toBe("tooMany")
    expect(wrongOf(["telefon", "yaxshi va juda arzon telefon"])).toBe("tooWordy")
    expect(wrongOf(["telefon", "a".repeat(61)])).toBe("tooLong")
  })

  it("are sent with nothing that the form has not changed", () => {
    const group = { id: "1", words: ["a", "b"], is_one_way: false, is_active: true, is_built_in: false }
    const draft = draftOf(group)
    expect(changesOf(group, draft)).toEqual({})
    expect(changesOf(group, { ...draft, words: ["b", "a"] })).toEqual({ words: ["b", "a"] })
    expect(changesOf(group, { ...draft, is_one_way: true, is_active: false })).toEqual({
      is_one_way: true,
      is_active: false,
    })
  })

  it("are found by a part of one of them, and all by nothing", () => {
    const group = { words: ["muzlatgich", "холодильник"] }
    expect(["muzlat", "МУЗЛАТ", "xolodil", ""].map((part) => hasWord(group, part))).toEqual([
      true,
      true,
      true,
      true,
    ])
    expect(hasWord(group, "telefon")).toBe(false)
  })
})
