import { LANGUAGES, tillHtml, tillPdf } from "../../../documents"
import { TILL_TEXTS } from "../documents/till-messages"
import { tillSheet } from "../documents/till-sheet"
import { sampleReceipt } from "./sample"

const VERIFY = "https://bozor.example/receipts/verify/the-token"
const DESK = {
  cashier: "Malika <Karimova>",
  register: "1-kassa",
  cash: 30_000,
  card: 24_400,
  tendered: 50_000,
}

describe("texts of a till's receipt", () => {
  it("are there in all three languages, none of them empty", () => {
    const keys = Object.keys(TILL_TEXTS.uz).sort()
    for (const language of LANGUAGES) {
      expect(Object.keys(TILL_TEXTS[language]).sort()).toEqual(keys)
      expect(Object.values(TILL_TEXTS[language]).filter((text) => text.trim() === "")).toEqual([])
    }
  })
})

describe("a receipt on the roll of a till", () => {
  it.each(LANGUAGES)("names the cashier, how it was paid, and the change: %s", async (language) => {
    const html = await tillHtml(tillSheet(sampleReceipt(), language, VERIFY, DESK))
    const text = html.replace(/\u00a0/g, " ")
    const { cashier, cash, card, tendered, change } = TILL_TEXTS[language]
    for (const label of [cashier, cash, card, tendered, change]) {
      expect(text).toContain(`<dt>${label}</dt>`)
    }
    expect(text).toContain("Malika &lt;Karimova&gt;")
    expect(text).toContain("20 000")
    expect(text).toContain("size:80mm")
    expect(text).not.toMatch(/<script|<img|<link|@import|url\(/i)
  })

  it("of an order that was not sold at a desk says how it was paid, and no more", async () => {
    const html = await tillHtml(
      tillSheet(sampleReceipt({ provider_id: "pp_payme_payme" }), "en", VERIFY, null)
    )
    expect(html).toContain("<dd>Payme</dd>")
    expect(html).not.toContain(TILL_TEXTS.en.change)
  })

  it("prints as one page 80 mm wide, as long as it has to be", async () => {
    const long = sampleReceipt({ lines: Array.from({ length: 40 }, () => sampleReceipt().lines[0]) })
    const pages = await Promise.all(
      [sampleReceipt(), long].map(async (receipt) => {
        const pdf = (await tillPdf(tillSheet(receipt, "ru", VERIFY, DESK))).toString("latin1")
        const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)]
        return boxes.map(([, width, height]) => ({
          width: Math.round(Number(width)),
          height: Number(height),
        }))
      })
    )
    expect(pages.map((boxes) => boxes.map(({ width }) => width))).toEqual([[227], [227]])
    expect(pages[1][0].height).toBeGreaterThan(pages[0][0].height)
  })
})
