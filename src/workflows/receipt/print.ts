import { chooseLanguage, Sheet, sheetHtml, sheetPdf, tillHtml, tillPdf } from "../../documents"
import { Invoice, invoiceSheet } from "./documents/invoice-sheet"
import { receiptSheet } from "./documents/receipt-sheet"
import { TillFacts, tillSheet } from "./documents/till-sheet"
import { unknownReceiptSheet, verificationSheet } from "./documents/verification-sheet"
import { presentVerification, verifyUrl } from "./queries/present"
import { ReceiptView } from "./types"

/** In which language somebody wants a document; the order's own comes between the two. */
export type Wishes = { asked?: string; accepted?: string }

export type Format = "pdf" | "html"

/** A document ready to be sent. */
export type Printed = { name: string; format: Format; body: Buffer | string }

/** Prints a sheet in the wanted form. */
export async function print(name: string, sheet: Sheet, format: Format): Promise<Printed> {
  return { name, format, body: format === "pdf" ? await sheetPdf(sheet) : await sheetHtml(sheet) }
}

/** Prints a receipt: what asked for, else the order's language, else the browser's. */
export function printReceipt(
  receipt: ReceiptView,
  input: { wishes: Wishes; format: Format; base_url: string }
): Promise<Printed> {
  const language = chooseLanguage({ ...input.wishes, order: receipt.locale })
  const sheet = receiptSheet(receipt, language, verifyUrl(input.base_url, receipt.token))
  return print(`receipt-${receipt.number_text}`, sheet, input.format)
}

/** Prints a receipt on the roll of a till, 80 mm wide; `desk` for a sale that was made at a cash desk. */
export async function printTillReceipt(
  receipt: ReceiptView,
  input: { wishes: Wishes; format: Format; base_url: string; desk: TillFacts | null }
): Promise<Printed> {
  const { wishes, format, base_url, desk } = input
  const language = chooseLanguage({ ...wishes, order: receipt.locale })
  const sheet = tillSheet(receipt, language, verifyUrl(base_url, receipt.token), desk)
  const body = format === "pdf" ? await tillPdf(sheet) : await tillHtml(sheet)
  return { name: `receipt-${receipt.number_text}`, format, body }
}

/** The page that a stranger sees who scanned a receipt's code, or a made-up one: in the language of their browser. */
export function printVerification(
  receipt: Omit<ReceiptView, "lines"> | null,
  wishes: Wishes
): Promise<Printed> {
  const language = chooseLanguage(wishes)
  const sheet = receipt
    ? verificationSheet(presentVerification(receipt), language)
    : unknownReceiptSheet(language)
  return print("verification", sheet, "html")
}

/** Prints an invoice. */
export function printInvoice(invoice: Invoice, wishes: Wishes, format: Format): Promise<Printed> {
  const sheet = invoiceSheet(invoice, chooseLanguage({ ...wishes, order: invoice.locale }))
  return print(`invoice-${invoice.parts.map(({ short_code }) => short_code).join("-")}`, sheet, format)
}
