import fc from "fast-check"
import { indexWords, looksLikeWord, queryWords, withCorrections } from ".."

const foldedOf = (q: string) => queryWords(q).map(({ folded }) => folded)
const layoutOf = (q: string) =>
  queryWords(q).flatMap(({ folded, others }) => [
    folded,
    ...others.filter(({ kind }) => kind === "layout").map((other) => other.folded),
  ])

describe("queryWords", () => {
  it.each([
    ["ntktajy", "telefon"],
    ["ghbdtn", "privet"],
    ["[jkjlbkmybr", "holodilnik"],
    ["j,edm", "obuv"],
    ["yfeiybrb", "naushniki"],
    ["rehnrf", "kurtka"],
    ["шзрщту", "ifone"],
    ["ыфьыгтп", "samsung"],
    ["ьгядфелшср", "muzlatkich"],
    ["yjen,er", "noutbuk"],
  ])("reads %s, typed in the wrong layout, as %s too", (typed, meant) => {
    expect(layoutOf(typed)).toContain(meant)
  })

  it.each([
    "telefon",
    "samsung",
    "iphone",
    "телефон",
    "музлаткич",
    "qozon",
    "choynak",
    "t-shirt",
    "кроссовки",
    "levi's",
    "o‘yinchoq",
    "гилам",
    "lenovo",
  ])("does not slip %s, which looks right", (typed) => {
    expect(queryWords(typed).flatMap(({ others }) => others.filter(({ kind }) => kind === "layout"))).toEqual(
      []
    )
  })

  it("puts numbers and units together, however they are written", () => {
    for (const q of ["128gb", "128 gb", "128гб", "128 ГБ", "128-GB", "128 gigabayt"]) {
      expect(foldedOf(q)).toEqual(["128gb"])
    }
    for (const q of ["1,5 l", "1.5l", "1,50 л", "1.5 litr", "1,5 литра", "1.5 litrli"]) {
      expect(foldedOf(q)).toEqual(["1d5l"])
    }
    expect(foldedOf("5kg guruch")).toEqual(["5kg", "guruch"])
  })

  it("takes a model's number apart from its name, and leaves codes whole", () => {
    expect(foldedOf("iphone15")).toEqual(["ifone", "15"])
    expect(queryWords("SM-A525F")).toMatchObject([{ folded: "sma525f", isCode: true }])
    expect(queryWords("4780012345676")).toMatchObject([{ folded: "4780012345676", isCode: true }])
    expect(queryWords("samsung a52 128gb").map(({ isCode }) => isCode)).toEqual([false, false, false])
  })

  it("reads x as ks, у as ў, and е as ё too", () => {
    const others = (q: string) => queryWords(q)[0].others.map(({ folded }) => folded)
    expect(others("galaxy")).toContain("galaksi")
    expect(others("макс")).toContain("mah")
    expect(others("кузойнак")).toContain("kozoinak")
    expect(others("елка")).toContain("iolka")
  })

  it("leaves out what says nothing, unless nothing else is said", () => {
    expect(foldedOf("muzlatkich narxi")).toEqual(["muzlatkich"])
    expect(foldedOf("для")).toEqual(["dlia"])
  })

  it("knows what goods are for", () => {
    const purposes = (q: string) =>
      queryWords(q)
        .filter(({ isPurpose }) => isPurpose)
        .map(({ folded }) => folded)
    expect(purposes("telefon uchun chexol")).toEqual(["telefon"])
    expect(purposes("чехол для айфона")).toEqual(["aifona"])
    expect(purposes("telefon chexol")).toEqual([])
    expect(purposes("telefon uchun")).toEqual([])
  })

  it("lets the last word go on, and only that", () => {
    expect(queryWords("samsung gal").map(({ isLast }) => isLast)).toEqual([false, true])
  })

  it("adds what an index knows instead of a mistyped word", () => {
    const [word] = withCorrections(queryWords("telfon"), new Map([["telfon", ["telefon"]]]))
    expect(word).toMatchObject({
      folded: "telfon",
      others: [{ folded: "telefon", kind: "spelling", weight: 0.6 }],
    })
  })

  it("makes at most twelve words of any text, all of a–z and 0–9, in a time that does not depend on its length", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
        const words = queryWords(text)
        expect(words.length).toBeLessThanOrEqual(12)
        for (const { folded, stem, others } of words) {
          expect([folded, stem, ...others.map((other) => other.folded)].join("")).toMatch(/^[a-z0-9]+$/)
          expect(others.length).toBeLessThanOrEqual(4)
        }
      }),
      { numRuns: 2_000 }
    )
    for (const text of [
      "a".repeat(10_000),
      "1,".repeat(5_000),
      "ў'".repeat(5_000),
      "-[".repeat(5_000),
      "ts".repeat(5_000),
    ]) {
      expect(queryWords(text).length).toBeLessThanOrEqual(12)
      expect(indexWords(text).folded.every((word) => word.length <= 200)).toBe(true)
    }
  })
})

describe("indexWords", () => {
  it("holds a word whole and in its parts", () => {
    expect(indexWords("Wi-Fi 128 GB Note12").folded).toEqual([
      "vifi",
      "vi",
      "fi",
      "128gb",
      "128",
      "note12",
      "note",
      "12",
    ])
  })

  it("is found by a query of the same text in any script", () => {
    const index = indexWords("Қўлда тикилган дўппи")
    const words = queryWords("qo'lda tikilgan do‘ppilar")
    expect(words.every(({ stem }) => index.stems.includes(stem))).toBe(true)
  })

  it("finds each word of its own text again", () => {
    const texts = fc.array(
      fc.constantFrom(
        "telefon",
        "1,5 l",
        "iphone15",
        "wi-fi",
        "чехол",
        "A52",
        "кофе-машина",
        "128 GB",
        "o‘yinchoq"
      ),
      {
        minLength: 1,
        maxLength: 6,
      }
    )
    fc.assert(
      fc.property(texts, (words) => {
        const text = words.join(" ; ")
        const { folded } = indexWords(text)
        queryWords(text).forEach((word) => expect(folded).toContain(word.folded))
      })
    )
  })
})

describe("looksLikeWord", () => {
  it("knows words of a market from slips of the keyboard", () => {
    expect(["telefon", "samsung", "muzlatkich", "krosovki"].every(looksLikeWord)).toBe(true)
    expect(["ntktajy", "gbdtn", "rehnrf"].some(looksLikeWord)).toBe(false)
  })
})
