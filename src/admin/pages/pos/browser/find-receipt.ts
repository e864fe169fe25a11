import { api, urlOf } from "../../../lib/api"
import { numberInPage, readReceiptCode } from "../lib/receipt-code"
import type { Sale } from "../lib/types"

/** The receipt's number behind a QR code: the page that proves it shows it. */
async function numberBehind(token: string): Promise<string> {
  const page = await fetch(urlOf(`/receipts/verify/${encodeURIComponent(token)}`))
  return (page.ok && numberInPage(await page.text())) || token
}

/**
 * Finds a sale by what is on its receipt: number, short code, telephone, or QR code.
 * @returns the words that were searched for, and the sale when it is the only one
 */
export async function findReceipt(typed: string): Promise<{ q: string; sale: Sale | null }> {
  const code = readReceiptCode(typed)
  if (!code) {
    return { q: "", sale: null }
  }
  const q = code.kind === "token" ? await numberBehind(code.token) : code.q
  const { sales } = await api.get<{ sales: Sale[] }>("/merchant/pos/sales", { q, limit: 2 })
  return { q, sale: sales.length === 1 ? sales[0] : null }
}
