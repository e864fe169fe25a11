import { expandSynonyms, queryWords, SYNONYM_SEED } from "../../../../lib/words"
import { builtInId, groupOf, preparedSynonyms } from "../synonyms"

const codeOf = (words: string[]) => {
  try {
    groupOf(words)
  } catch (error) {
    return (error as { code: string }).code
  }
  return "none"
}

describe("a group of synonyms", () => {
  it("is kept tidy, and is the same in any order and spelling", () => {
    expect(groupOf(["  Kir   MASHINA", "стиралка"]).words).toEqual(["kir mashina", "стиралка"])
    expect(groupOf(["choynak", "kettle"]).key).toBe(groupOf(["Kettle", "ЧОЙНАК"]).key)
  })

  it.each([
    ["SEARCH_SYNONYM_TOO_FEW", ["choy"]],
    ["SEARCH_SYNONYM_TOO_FEW", []],
    ["SEARCH_SYNONYM_TOO_FEW", ["telefon", "телефон"]],
    ["SEARCH_SYNONYM_REPEATED", ["telefon", "телефон", "phone"]],
    ["SEARCH_SYNONYM_EMPTY", ["choy", " !? "]],
    ["SEARCH_SYNONYM_EMPTY", ["choy", ""]],
    ["SEARCH_SYNONYM_TOO_LONG", ["choy", "x".repeat(61)]],
    ["SEARCH_SYNONYM_TOO_LONG", ["choy", "bu juda uzun bir gap"]],
    ["SEARCH_SYNONYM_TOO_MANY", Array.from({ length: 21 }, (_, index) => `soz${index}`)],
  ])("%s refuses %j", (code, words) => {
    expect(codeOf(words)).toBe(code)
  })

  it("leads one way where that is wanted", () => {
    const read = (is_one_way: boolean, q: string) =>
      expandSynonyms(
        queryWords(q),
        preparedSynonyms([{ words: ["telefon", "redmi note", "samsung"], is_one_way }])
      ).flatMap(({ phrases }) => phrases.map(({ folded }) => folded.join(" ")))
    expect(read(false, "samsung")).toEqual(["telefon", "redmi note"])
    expect(read(true, "samsung")).toEqual([])
    expect(read(true, "redmi note")).toEqual([])
    expect(read(true, "telefon")).toEqual(["redmi note", "samsung"])
  })

  it("that is built in has an id of its own, which does not depend on the order of its words", () => {
    const ids = SYNONYM_SEED.map((words) => builtInId(words))
    expect(new Set(ids).size).toBe(ids.length)
    expect(builtInId([...SYNONYM_SEED[0]].reverse())).toBe(ids[0])
  })
})
