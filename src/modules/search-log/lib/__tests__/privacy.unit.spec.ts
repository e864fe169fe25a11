import fc from "fast-check"
import { isPrivateText, mayBeShown } from "../privacy"

describe("a person's own text", () => {
  it.each([
    "ali@example.com",
    "mening pochtam Ali.Valiyev+1@mail.uz",
    "ali @ mail.ru",
    "mailto:a@b",
    "+998 90 123-45-67",
    "998901234567",
    "90 123 45 67",
    "(90) 123 45 67",
    "901234567",
    "8600 1234 5678 9012",
    "8600-1234-5678-9012",
    "31234567890123",
    "AA1234567",
    "AD 1234567 pasport",
    "ＡＬＩ＠example.com",
    "1234567890",
    // A barcode with its last digit wrong may be anything.
    "4006381333932",
  ])("%s is not written down", (text) => {
    expect(isPrivateText(text)).toBe(true)
    expect(mayBeShown(text)).toBe(false)
  })

  it.each(["4006381333931", "96385074", "036000291452"])(
    "the barcode %s is written down, and not shown to others",
    (text) => {
      expect([isPrivateText(text), mayBeShown(text)]).toEqual([false, false])
    }
  )

  it.each([
    "choy",
    "iphone 15 pro max",
    "xiaomi 13t 256gb",
    "кроссовки 42",
    "200000 so‘mgacha televizor",
    "7up",
    "sut 3.2%",
  ])("%s is goods", (text) => {
    expect([isPrivateText(text), mayBeShown(text)]).toEqual([false, true])
  })

  it.each(["https://example.com/x", "www.olx.uz choy", "t.me/kanal", "a", "12345", "", "1234567 model"])(
    "%s is not shown to others",
    (text) => {
      expect(mayBeShown(text)).toBe(false)
    }
  )

  it("is found wherever it stands, however its digits are set apart", () => {
    const operator = fc.constantFrom("90", "91", "93", "94", "95", "97", "99", "33", "88")
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 7, maxLength: 7 })
    const gap = fc.constantFrom("", " ", "-", ".", ") ")
    fc.assert(
      fc.property(
        operator,
        digits,
        gap,
        fc.constantFrom("", "+998", "998 "),
        (code, rest, between, country) => {
          const text = `tel ${country}${code}${between}${rest.slice(0, 3).join("")}${between}${rest.slice(3).join("")} choy`
          expect(isPrivateText(text)).toBe(true)
        }
      )
    )
  })

  it("is looked for in linear time", () => {
    const long = "1 ".repeat(50_000) + "@".repeat(50_000)
    expect(typeof isPrivateText(long.slice(0, 1_000))).toBe("boolean")
  })
})
