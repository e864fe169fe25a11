import fc from "fast-check"
import { editDistanceWithin, expandSynonyms, prepareSynonyms, queryWords, SYNONYM_SEED } from ".."

const seed = prepareSynonyms(SYNONYM_SEED)
const expand = (q: string, synonyms = seed) =>
  expandSynonyms(queryWords(q), synonyms).map(({ from, to, phrases }) => ({
    from,
    to,
    phrases: phrases.map(({ folded }) => folded.join(" ")),
  }))

describe("expandSynonyms", () => {
  it("reads a group both ways, in any script and case form", () => {
    for (const q of ["muzlatkich", "музлаткичлар", "xolodilniklar"]) {
      expect(expand(q)[0].phrases).toContain("fridge")
    }
    expect(expand("fridge")[0].phrases).toContain("muzlatkich")
    expect(expand("fridge")[0].phrases).not.toContain("fridge")
  })

  it("takes the longest phrase, and every word once", () => {
    expect(expand("artel kir yuvish mashinasi").map(({ from, to }) => [from, to])).toEqual([[1, 4]])
    expect(expand("washing machine")[0].phrases).toContain("kir iuvish mashinasi")
  })

  it("knows a word by its other layout, and by its beginning while it is typed", () => {
    expect(expand("ntktajy")[0].phrases).toContain("sotka")
    expect(expand("науш")[0].phrases).toContain("kulokchin")
    expect(expand("науш сони").flatMap(({ phrases }) => phrases)).not.toContain("kulokchin")
  })

  it("answers nothing for words of no group, and from no groups", () => {
    expect(expand("adrenalin")).toEqual([])
    expect(expand("telefon", prepareSynonyms([]))).toEqual([])
    expect(expand("telefon", prepareSynonyms([["", "  "], []]))).toEqual([])
  })

  it("gives each of a group's words all the others, whatever the groups are", () => {
    const words = fc.constantFrom("olma", "kitob", "shakar", "telefon", "qozon", "kir yuvish", "soat")
    fc.assert(
      fc.property(fc.uniqueArray(words, { minLength: 2, maxLength: 5 }), (group) => {
        const synonyms = prepareSynonyms([group])
        for (const word of group) {
          expect(expand(word, synonyms)).toMatchObject([{ phrases: { length: group.length - 1 } }])
        }
      })
    )
  })
})

describe("SYNONYM_SEED", () => {
  it("has groups of at least two, without empty words", () => {
    expect(SYNONYM_SEED.length).toBeGreaterThanOrEqual(80)
    for (const group of SYNONYM_SEED) {
      expect(group.length).toBeGreaterThanOrEqual(2)
      expect(group.every((word) => word.trim() === word && word.length > 0)).toBe(true)
    }
  })
})

/** The definition, without bounds. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, row) =>
    Array.from({ length: b.length + 1 }, (_, column) => (row === 0 ? column : column === 0 ? row : 0))
  )
  for (let row = 1; row <= a.length; row++) {
    for (let column = 1; column <= b.length; column++) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1
      rows[row][column] = Math.min(
        rows[row - 1][column] + 1,
        rows[row][column - 1] + 1,
        rows[row - 1][column - 1] + cost
      )
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        rows[row][column] = Math.min(rows[row][column], rows[row - 2][column - 2] + 1)
      }
    }
  }
  return rows[a.length][b.length]
}

describe("editDistanceWithin", () => {
  it.each([
    ["telefon", "telefon", 0],
    ["telfon", "telefon", 1],
    ["iphnoe", "iphone", 1],
    ["tilifon", "telefon", 2],
    ["", "ab", 2],
  ])("counts the slips from %s to %s", (a, b, slips) => {
    expect(editDistanceWithin(a, b, 2)).toBe(slips)
  })

  it("agrees with the definition, and says -1 beyond its bound", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 9 })
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 4 }), (a, b, most) => {
        const whole = distance(a, b)
        expect(editDistanceWithin(a, b, most)).toBe(whole <= most ? whole : -1)
      }),
      { numRuns: 3_000 }
    )
  })
})
