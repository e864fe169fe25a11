import fc from "fast-check"
import { eanCheckDigit, isEan } from "../barcode"
import { toHandle } from "../handle"
import { normalizePhone } from "../phone"
import { isBankAccount, isIkpu, isMfo, isPinfl, isStir } from "../tax-id"

describe("normalizePhone", () => {
  it.each([
    "901112233",
    "+998 (90) 111-22-33",
    "00998901112233",
    "8 90 111 22 33",
    " 998-90-111-22-33 ",
    "8998901112233",
  ])("reads %s", (typed) => {
    expect(normalizePhone(typed)).toBe("+998901112233")
  })

  it.each(["CASH", "12345", "", "+7 901 111 22 33", "90111223x"])("refuses %p", (typed) => {
    expect(normalizePhone(typed)).toBeNull()
  })
})

describe("isEan", () => {
  it.each(["4780010877613", "96385074"])("accepts %s", (code) => {
    expect(isEan(code)).toBe(true)
  })

  it("accepts exactly one check digit", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{12}$/), (body) => {
        const right = [...Array(10).keys()].filter((digit) => isEan(`${body}${digit}`))
        expect(right).toEqual([eanCheckDigit(body)])
      })
    )
  })

  it.each(["4780010877614", "123", "47800108776131", "4.78001E+12"])("refuses %s", (code) => {
    expect(isEan(code)).toBe(false)
  })
})

describe("toHandle", () => {
  it.each([
    ["Baraka Market", "baraka-market"],
    ["Канцлер", "kantsler"],
    ["O‘zbegim — g‘ishtlar", "ozbegim-gishtlar"],
    ["Ўзбек Ғижим", "ozbek-gijim"],
    ["  Café №1  ", "cafe-no1"],
    ["!!!", ""],
  ])("of %p is %p", (name, handle) => {
    expect(toHandle(name)).toBe(handle)
  })
})

describe("requisites", () => {
  it("are digits of the right length", () => {
    expect([
      isStir("301234567"),
      isStir("30123456"),
      isPinfl("31234567890123"),
      isPinfl("71234567890123"),
    ]).toEqual([true, false, true, false])
    expect([
      isBankAccount("2".repeat(20)),
      isBankAccount("2".repeat(19)),
      isMfo("00444"),
      isMfo("0444"),
    ]).toEqual([true, false, true, false])
    expect([isIkpu("00702001001000001"), isIkpu("702001001000001")]).toEqual([true, false])
  })
})
