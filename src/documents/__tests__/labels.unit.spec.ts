import { barsOf } from "../barcode"
import { fitText } from "../labels"

describe("barsOf", () => {
  it.each([
    ["4006381333931", "ean", 95],
    ["96385074", "ean", 67],
    ["A-7", "code128", 68],
  ] as const)("draws %s as %s, %d modules wide", (text, kind, modules) => {
    const bars = barsOf(text, kind)
    expect(bars.modules).toBe(modules)
    // Bars and gaps take turns and both ends are bars.
    expect(bars.widths.length % 2).toBe(1)
  })

  it("refuses an EAN with a wrong check digit", () => {
    expect(() => barsOf("4006381333930", "ean")).toThrow()
  })
})

describe("fitText", () => {
  it("leaves what fits and cuts what does not", () => {
    expect(fitText("Non", 8, 100, 1)).toBe("Non")
    expect(fitText("Juda uzun nomli tovar", 8, 60, 1)).toMatch(/^Juda.*…$/)
    expect(fitText("ШИРОКИЕ ЗАГЛАВНЫЕ", 8, 60, 1).length).toBeLessThan(
      fitText("narrow little lll", 8, 60, 1).length
    )
    expect(fitText("Juda uzun nomli tovar", 8, 60, 2).length).toBeGreaterThan(
      fitText("Juda uzun nomli tovar", 8, 60, 1).length
    )
  })
})
