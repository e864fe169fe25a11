import { sheetHtml, sheetPdf, LANGUAGES } from "../../../documents"
import { invoiceSheet, Invoice } from "../documents/invoice-sheet"
import { RECEIPT_TEXTS } from "../documents/messages"
import { receiptSheet } from "../documents/receipt-sheet"
import { printReceipt, printVerification } from "../print"
import { sampleReceipt } from "./sample"

const VERIFY = "https://bozor.example/receipts/verify/the-token"
const FISCAL = {
  terminal_id: "UZ1234",
  receipt_id: "77",
  fiscal_sign: "123456789012",
  qr_code_url: "https://ofd.soliq.uz/check?t=UZ1234",
  date: "20261121011500",
}

describe("texts of receipts", () => {
  it("are there in all three languages, none of them empty", () => {
    const keys = Object.keys(RECEIPT_TEXTS.uz).sort()
    for (const language of LANGUAGES) {
      expect(Object.keys(RECEIPT_TEXTS[language]).sort()).toEqual(keys)
      expect(Object.entries(RECEIPT_TEXTS[language]).filter(([, text]) => text.trim() === "")).toEqual([])
    }
  })
})

describe("a receipt as a page", () => {
  it.each([
    ["uz", "Chek № 2026-000123", "54 400,50 so‘m"],
    ["ru", "Чек № 2026-000123", "54 400,50 сум"],
    ["en", "Receipt № 2026-000123", "54 400.50 UZS"],
  ] as const)("in %s", async (language, title, total) => {
    const html = await sheetHtml(receiptSheet(sampleReceipt(), language, VERIFY))
    expect(html).toContain(`<html lang="${language}">`)
    expect(html).toContain(`<h1>${title}</h1>`)
    expect(html.replace(/\u00a0/g, " ")).toContain(total)
    expect(html).toContain("21.11.2026 01:15")
    expect(html).toContain(RECEIPT_TEXTS[language].delivery)
  })

  it("shows nothing that somebody typed as markup, and loads nothing", async () => {
    const html = await sheetHtml(receiptSheet(sampleReceipt(), "uz", VERIFY))
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;")
    expect(html).toContain("Oʻzbek non &lt;b&gt;«issiq»&lt;/b&gt; &amp; g‘alla")
    expect(html).not.toMatch(/<script|<img|<link|@import|url\(/i)
  })

  it("leads to the verification page until there is a fiscal receipt", async () => {
    const waiting = await sheetHtml(receiptSheet(sampleReceipt(), "en", VERIFY))
    expect(waiting).toContain(`<a href="${VERIFY}">`)
    expect(waiting).toContain("The fiscal data are awaited.")
    const receipt = sampleReceipt({ fiscal: FISCAL, fiscal_status: "confirmed" })
    const done = await sheetHtml(receiptSheet(receipt, "en", VERIFY))
    expect(done).toContain(`<a href="${FISCAL.qr_code_url}">`)
    expect(done).not.toContain("awaited")
    for (const text of ["UZ1234", "77", "123456789012", "21.11.2026 01:15"]) {
      expect(done).toContain(`<dd>${text}</dd>`)
    }
  })

  it("shows a refund with the receipt it takes back, and a dash for no number of pieces", async () => {
    const [line] = sampleReceipt().lines
    const refund = sampleReceipt({
      kind: "refund",
      sale_number_text: "2026-000100",
      reason: "Rangi boshqa",
      lines: [{ ...line, quantity: null }],
    })
    const html = await sheetHtml(receiptSheet(refund, "ru", VERIFY))
    for (const text of ["Чек возврата № 2026-000123", "2026-000100", "Rangi boshqa", ">—<", "Возвращено"]) {
      expect(html).toContain(text)
    }
  })

  it("takes the language that is asked for, then the order's, then the browser's", async () => {
    const receipt = sampleReceipt({ locale: "ru-RU" })
    const titles = await Promise.all(
      [{ asked: "en" }, { accepted: "en" }].map((wishes) =>
        printReceipt(receipt, { wishes, format: "html", base_url: "https://x.uz/" })
      )
    )
    expect(titles.map(({ body }) => /<h1>(\S+)/.exec(String(body))![1])).toEqual(["Receipt", "Чек"])
    expect(titles[0].body).toContain("https://x.uz/receipts/verify/the-token")
  })
})

describe("a receipt as a PDF", () => {
  it.each(LANGUAGES)("in %s", async (language) => {
    const pdf = await sheetPdf(receiptSheet(sampleReceipt(), language, VERIFY))
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-")
    expect(pdf.subarray(-8).toString()).toContain("%%EOF")
    expect(pdf.toString("latin1").match(/\/Type \/Page\b/g)).toHaveLength(1)
  })
})

describe("the verification page", () => {
  it("shows what proves the receipt and nothing of its buyer or goods", async () => {
    const receipt = sampleReceipt({ fiscal: FISCAL })
    const { body } = await printVerification(receipt, { asked: "en" })
    for (const text of ["2026-000123", "“Baraka Savdo” MChJ", "301234567", "123456789012", "Receipt"]) {
      expect(body).toContain(text)
    }
    expect(body).not.toMatch(/Dilnoza|998901112233|example\.com|zbek non|halvo|Ўзбекистон|123-456/)
  })

  it("says so when there is no such receipt", async () => {
    const { body } = await printVerification(null, { accepted: "ru-RU,ru;q=0.9,en;q=0.8" })
    expect(body).toContain("Такого чека нет")
  })
})

describe("an invoice", () => {
  const { seller, market, lines, total_tiyin, buyer } = sampleReceipt()
  const invoice: Invoice = {
    status: "pending",
    created_at: new Date("2026-11-20T20:15:00Z"),
    expires_at: new Date("2026-11-20T20:45:00Z"),
    currency_code: "uzs",
    locale: null,
    buyer,
    parts: [
      { short_code: "111-111", seller, market, lines, total_tiyin },
      { short_code: "222-222", seller: { ...seller, name: "TexnoOlam" }, market, lines, total_tiyin },
    ],
    total_tiyin: total_tiyin * 2,
    payment_url: "https://checkout.example/abc",
  }

  it("shows every company, the whole, and where to pay", async () => {
    const html = (await sheetHtml(invoiceSheet(invoice, "uz"))).replace(/\u00a0/g, " ")
    for (const text of ["№ 111-111, 222-222", "TexnoOlam", "To‘lanadi", "108 801 so‘m", "21.11.2026 01:45"]) {
      expect(html).toContain(text)
    }
    expect(html).toContain(`href="https://checkout.example/abc"`)
    expect(html).toContain("Bu hujjat chek emas.")
  })

  it("asks for nothing once it is over", async () => {
    const over = { ...invoice, status: "canceled" as const, expires_at: null, payment_url: null }
    const html = await sheetHtml(invoiceSheet(over, "ru"))
    expect(html).toContain("отменён")
    expect(html).not.toMatch(/К оплате|<svg/)
  })

  it("prints", async () => {
    expect((await sheetPdf(invoiceSheet(invoice, "uz"))).length).toBeGreaterThan(5000)
  })
})
