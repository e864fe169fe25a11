import fc from "fast-check"
import { entryOf, matchNames } from "../match-names"

const ENTRIES = [
  { id: "1", name: "Sut mahsulotlari" },
  { id: "2", name: "Қандолат маҳсулотлари" },
  { id: "3", name: "Мобильные телефоны" },
  { id: "4", name: "Mahsulotlar olami" },
].map(entryOf)
const found = (q: string, most = 10) => matchNames(ENTRIES, q, most)

describe("names that begin as it is typed", () => {
  it.each([
    ["sut", ["1"]],
    ["сут", ["1"]],
    ["mahs", ["4", "1", "2"]],
    ["маҳс", ["4", "1", "2"]],
    ["mahs sut", ["1"]],
    ["telefon", ["3"]],
    ["ntktajy", ["3"]],
    ["", []],
    ["?!", []],
    ["zzz", []],
  ])("%s finds %j", (q, ids) => {
    expect(found(q)).toEqual(ids)
  })

  it("are at most so many, each once, and the beginning of a name finds it", () => {
    fc.assert(
      fc.property(fc.constantFrom(...ENTRIES), fc.integer({ min: 1, max: 5 }), (entry, most) => {
        const ids = found(entry.words[0], most)
        expect(new Set(ids).size).toBe(ids.length)
        expect(ids.length).toBeLessThanOrEqual(most)
        expect(found(entry.words[0])).toContain(entry.id)
      })
    )
  })
})
