import { dayOf, formatters } from "../lib/format"

describe("numbers and dates", () => {
  it("write so'm with spaces", () => {
    expect(formatters("uz").money(1250000)).toBe("1\u00a0250\u00a0000\u00a0so‘m")
    expect(formatters("ru").money(-999.5)).toBe("−999,5\u00a0сум")
    expect(formatters("en").number(1000.25)).toBe("1\u00a0000.25")
    expect(formatters("uz").percent(12.5)).toBe("12,5\u00a0%")
  })

  it("tell Tashkent's day and hour, also around midnight", () => {
    const late = "2026-03-31T19:30:00.000Z"
    expect(dayOf(late)).toBe("2026-04-01")
    expect(formatters("ru").dateTime(late)).toBe("01.04.2026 00:30")
    expect(formatters("uz").date("2026-03-31T18:59:59.000Z")).toBe("31.03.2026")
  })
})
