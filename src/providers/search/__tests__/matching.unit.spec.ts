import fc from "fast-check"
import { expandSynonyms, prepareSynonyms, queryWords, stemOf, withCorrections } from "../../../lib/words"
import { codeForm, Lexemes } from "../lib/lexemes"
import { askedUnits, halfOf, matchingOf, matchQuery } from "../lib/matching"
import { qualityOf, scoreOf } from "../lib/weights"
import { nearest, slipsAllowed } from "../postgres/typos"

const of = (q: string, isTypeahead = true) => matchingOf(queryWords(q), [], { isTypeahead })

describe("what a query is looked for as", () => {
  it("is its words, stems and, for the last one being typed, its beginning", () => {
    const [red, apples] = queryWords("qizil olmalar")
    const query = matchQuery(of("qizil olmalar"), "all")
    expect(query).toContain(`'=${red.stem}'`)
    expect(query).toContain(`('=${apples.stem}' | '${apples.folded}':*`)
    // Whatever has the word has its stem.
    expect(query).not.toContain(`'${red.folded}' `)
    expect(query).toContain(" & (")
    expect(matchQuery(of("olma", false), "all")).not.toContain(":*")
    expect(of("qizil olma").phrase).toMatch(/^\('\w+' \| '=\w+'\) <-> \('\w+' \| '=\w+'\)$/)
  })

  it("is found by its stem wherever it is found as it was typed", () => {
    const text = fc.stringMatching(/^[a-zа-яёқўғҳ‘ʻ'-]{1,14}( [a-zа-яё0-9]{1,10}){0,4}$/u)
    fc.assert(
      fc.property(text, (title) => {
        const lexemes = new Lexemes()
        lexemes.addText({ text: title, label: "A" })
        const there = lexemes.toString()
        expect([...lexemes.words].filter((word) => !there.includes(`'=${stemOf(word)}':`))).toEqual([])
      })
    )
  })

  it("is a code too, where it may be one: whole, and from four digits on its beginning", () => {
    expect(matchQuery(of("478000"), "all")).toContain("'#478000' | '#478000':*")
    expect(matchQuery(of("AB 12-34"), "all")).toContain("'#ab1234'")
    expect(matchQuery(of("a52"), "all")).not.toContain("'#a52':*")
    expect(matchQuery(of("olma"), "all")).not.toContain("#")
  })

  it("is what the operator says the words mean, together where a phrase has a synonym", () => {
    const words = queryWords("mobil telefon samsung")
    const expansions = expandSynonyms(words, prepareSynonyms([["mobil telefon", "smartfon"]]))
    const { units } = matchingOf(words, expansions, { isTypeahead: false })
    expect(units).toHaveLength(2)
    expect(units[0].forms.map(({ query }) => query).join(" ")).toContain("'=smartfon'")
  })

  it("is, where not all is there, what it is and not what for, or half of the words and never a number alone", () => {
    const asked = (q: string, strategy: "core" | "half") =>
      askedUnits(of(q), strategy).flatMap(({ words }) => words.map(({ raw }) => raw))
    expect(asked("telefon uchun chexol", "core")).toEqual(["chexol"])
    expect(asked("qizil olma", "core")).toEqual([])
    expect(asked("playstation 5", "half")).toEqual(["playstation"])
    expect(asked("playstation", "half")).toEqual([])
    expect(asked("12 34", "half")).toEqual([])
    expect([halfOf(of("qizil olma")), halfOf(of("qizil olma 2 kg meva"))]).toEqual([1, 2])
  })

  it("is a mistyped word's correction with its stem and its synonyms, for less", () => {
    const words = withCorrections(queryWords("telfon"), new Map([["telfon", ["telefoni"]]]))
    const expansions = expandSynonyms(words, prepareSynonyms([["telefon", "smartfon"]]))
    const [{ forms }] = matchingOf(words, expansions, { isTypeahead: false }).units
    const weightOf = (query: string) => forms.find((form) => form.query === query)?.weight
    expect([weightOf("'telfon'"), weightOf("'telefoni'"), weightOf("'=smartfon'")]).toEqual([1, 0.6, 0.8])
    expect(weightOf("'=telefon'")).toBeCloseTo(0.54)
  })

  it("is never anything but quoted words and signs of a query", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), fc.boolean(), (q, isTypeahead) => {
        const matching = of(q, isTypeahead)
        for (const strategy of ["all", "core", "half", "any"] as const) {
          const rest = askedUnits(matching, strategy).length
            ? matchQuery(matching, strategy).replace(/'(?:[^'\\]|\\.|'')*'/g, "")
            : ""
          expect(rest).toMatch(/^[ ()|&:*]*$/)
        }
      })
    )
  })
})

describe("the words of a document", () => {
  it("keep their places and the weight of their field, and stay apart between fields", () => {
    const lexemes = new Lexemes()
    lexemes.addCode("AB-12/3")
    lexemes.addText({ text: "Qizil olmalar", label: "A" })
    lexemes.addText({ text: "Meva", label: "D" })
    const words = lexemes.toString()
    expect(words).toMatch(/^'#ab123':1A 'kizil':1A '=kizil':1A 'olmalar':2A '=/)
    // Of the lightest fields stems alone, without their places.
    expect(words).toMatch(/ '=mev\w*'$/)
    expect([...lexemes.words]).toEqual(["kizil", "olmalar"])
    expect(codeForm("  ")).toBe("")
  })

  it("count less where they say what a thing is for, and codes are one in every script", () => {
    const lexemes = new Lexemes()
    lexemes.addText({ text: "Samsung uchun chexol", label: "A" })
    expect(lexemes.toString()).toMatch(/'samsung':1B .*'cheh?ol':3A/)
    expect(codeForm("ДБ-12058")).toBe(codeForm("DB-12058"))
  })
})

describe("typos", () => {
  it("are forgiven by a word's length, the fewest first, then the usual word", () => {
    expect(["non", "olma", "telefon"].map(slipsAllowed)).toEqual([0, 1, 2])
    const known = ["telefon", "telefonlar", "teleskop"].map((word, place) => ({ word, documents: place + 1 }))
    expect(nearest("telfon", known, false)).toEqual(["telefon"])
    expect(nearest("telefnol", known, false)).toEqual(["telefon"])
    // Still being typed: the beginning of another word may be nearer.
    expect(nearest("telefnol", known, true)).toEqual(["telefonlar"])
    expect(nearest("qwerty", known, false)).toEqual([])
  })
})

describe("the order of hits", () => {
  const merits = fc.record({
    rating: fc.option(fc.double({ min: 0, max: 5, noNaN: true })),
    sold: fc.option(fc.nat()),
    likes: fc.option(fc.nat()),
    in_stock: fc.option(fc.boolean()),
  })

  it("takes merit from 0 to 1, and more of anything is never less", () => {
    fc.assert(
      fc.property(merits, (one) => {
        const quality = qualityOf(one)
        expect(quality).toBeGreaterThanOrEqual(0)
        expect(quality).toBeLessThanOrEqual(1)
        expect(qualityOf({ ...one, sold: (one.sold ?? 0) + 1 })).toBeGreaterThanOrEqual(quality)
        expect(qualityOf({ ...one, likes: (one.likes ?? 0) + 1 })).toBeGreaterThanOrEqual(quality)
        expect(qualityOf({ ...one, in_stock: true })).toBeGreaterThanOrEqual(quality)
      })
    )
  })

  it("lets no merit put a word of the description before the same word of a title", () => {
    fc.assert(
      fc.property(merits, merits, (good, bad) => {
        const base = { is_phrase: false, title_words: 3 }
        const title = scoreOf({ ...base, words: [1], quality: qualityOf(bad) })
        const text = scoreOf({ ...base, words: [0.1], quality: qualityOf(good) })
        expect(title).toBeGreaterThan(text)
      })
    )
  })
})
