import fc from "fast-check"
import { readMoney } from "../amount"
import { bodyOf, emptyDraft, nextDraft, repeated } from "../draft"
import { takeFiles } from "../files"

describe("an amount as it is typed", () => {
  it.each([
    ["150000", 150_000],
    ["150 000", 150_000],
    ["150.000", 150_000],
    ["1,250,000", 1_250_000],
    ["12 500,50", 12_500.5],
    ["12.5", 12.5],
    ["150k", 150_000],
    ["150К", 150_000],
    ["1,5m", 1_500_000],
    ["0,01", 0.01],
  ])("%s is %d", (typed, amount) => {
    expect(readMoney(typed)).toBe(amount)
  })

  it.each(["", "0", "-5", "abc", "1.2.3.4567", "12..5", "1e5", "1000000000000000"])("%s is none", (typed) => {
    expect(readMoney(typed)).toBeNull()
  })

  it("every amount is read again as it was", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999_999_900 }), (tiyin) => {
        expect(readMoney(String(tiyin / 100))).toBe(tiyin / 100)
      })
    )
  })
})

describe("the form of an expense", () => {
  const draft = { ...emptyDraft("2026-11-21"), amount: "45k", category_id: "rent", note: "  Noyabr  " }

  it("is sent with what is written, and with nothing for what is not", () => {
    expect(bodyOf(draft)).toEqual({
      day: "2026-11-21",
      amount: 45_000,
      category_id: "rent",
      note: "Noyabr",
      payee: null,
      payment_method: "cash",
    })
  })

  it.each([{ amount: "" }, { amount: "besh" }, { category_id: "" }, { day: "" }])(
    "is not sent with %j",
    (change) => {
      expect(bodyOf({ ...draft, ...change })).toBeNull()
    }
  )

  it("keeps day and way of paying for the next one, and repeats the last on another day", () => {
    const card = { ...draft, payment_method: "card" as const }
    expect(nextDraft(card)).toEqual({ ...emptyDraft("2026-11-21"), payment_method: "card" })
    expect(bodyOf(repeated(bodyOf(card)!, "2026-12-01"))).toEqual({ ...bodyOf(card)!, day: "2026-12-01" })
  })
})

describe("files of an expense", () => {
  const file = (type: string, size = 1) => ({ type, size, name: "chek" }) as File

  it("are photos and PDF, six of ten megabytes at most", () => {
    expect(takeFiles(0, [file("image/png"), file("application/pdf")])).toMatchObject({ problem: null })
    expect(takeFiles(0, [file("text/html")])).toEqual({ taken: [], problem: "wrongKind" })
    expect(takeFiles(0, [file("image/jpeg", 10 * 1024 * 1024 + 1)])).toEqual({
      taken: [],
      problem: "tooLarge",
    })
    expect(takeFiles(5, [file("image/png"), file("image/png")])).toMatchObject({ problem: "tooMany" })
    expect(takeFiles(5, [file("image/png"), file("image/png")]).taken).toHaveLength(1)
  })
})
