import { FONTS, printable } from "../fonts"
import { formatAmount, formatMoney, formatNumber, formatTime } from "../format"
import { acceptedLanguage, chooseLanguage } from "../language"

type FontKit = { openSync(file: string): { hasGlyphForCodePoint(code: number): boolean } }

/** What pdfmake itself reads fonts with; it brings no types. */
const { openSync } = jest.requireActual<FontKit>("fontkit")

const UZBEK_LATIN = "ABDEFGHIJKLMNOPQRSTUVXYZabdefghijklmnopqrstuvxyz oʻ gʻ o‘ g‘ tanʼho sanʼat sh ch ng"
const UZBEK_CYRILLIC = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЪЬЭЮЯЎҚҒҲабвгдеёжзийклмнопрстуфхцчшъьэюяўқғҳ"
const RUSSIAN = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя"
const SIGNS = "0123456789 «»“”„’‘№—–−·×%.,:;()/\\&<>\"'@+#*₽€$ \u00a0\u202f\u2007"

describe("the font of the documents", () => {
  it.each(Object.entries(FONTS.Roboto))("%s has every letter that we print", (_, file) => {
    const font = openSync(file)
    const missing = [...printable(UZBEK_LATIN + UZBEK_CYRILLIC + RUSSIAN + SIGNS)].filter(
      (letter) => !font.hasGlyphForCodePoint(letter.codePointAt(0)!)
    )
    expect(missing).toEqual([])
  })

  it("prints the turned comma of oʻ and gʻ as the quote that looks the same", () => {
    expect(printable("Oʻzbekiston, gʻalla; sanʼat")).toBe("O‘zbekiston, g‘alla; sanʼat")
  })
})

describe("amounts and times", () => {
  it.each([
    [0, "0"],
    [100, "1"],
    [123456700, "1 234 567"],
    [123456750, "1 234 567,50"],
    [-990000, "−9 900"],
    [1, "0,01"],
  ])("writes %s tiyin as %s", (tiyin, text) => {
    expect(formatAmount(tiyin, "uzs", "uz").replace(/\u00a0/g, " ")).toBe(text)
  })

  it("writes the unit in the reader's language", () => {
    const texts = (["uz", "ru", "en"] as const).map((language) => formatMoney(1250000, "uzs", language))
    expect(texts).toEqual(["12\u00a0500\u00a0so‘m", "12\u00a0500\u00a0сум", "12\u00a0500\u00a0UZS"])
    expect(formatMoney(9990, "usd", "en")).toBe("99.90\u00a0USD")
    expect(formatMoney(10000, "usd", "ru")).toBe("100,00\u00a0USD")
    expect(formatNumber("1.5", "ru")).toBe("1,5")
  })

  it("tells the time of Tashkent, also over the turn of the year", () => {
    expect(formatTime(new Date("2026-12-31T19:00:00Z"))).toBe("01.01.2027 00:00")
  })
})

describe("the language of a document", () => {
  it.each([
    [{ asked: "ru", order: "en", accepted: "uz" }, "ru"],
    [{ asked: "de", order: "en-GB", accepted: "ru" }, "en"],
    [{ order: null, accepted: "de-DE,de;q=0.9,ru;q=0.5,en;q=0.7" }, "en"],
    [{ accepted: "uz-Cyrl-UZ" }, "uz"],
    [{ accepted: "ru;q=0" }, "uz"],
    [{}, "uz"],
  ])("of %j is %s", (wishes, language) => {
    expect(chooseLanguage(wishes)).toBe(language)
  })

  it("bears any header", () => {
    for (const header of ["", ",,;", "*", "ru;q=x", "a".repeat(5000), undefined]) {
      expect(() => acceptedLanguage(header)).not.toThrow()
    }
  })
})
