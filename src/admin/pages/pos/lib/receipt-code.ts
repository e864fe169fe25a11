/** What names a receipt at the counter: its number, the order's short code, or the address in its QR code. */
export type ReceiptCode = { kind: "token"; token: string } | { kind: "text"; q: string }

export function readReceiptCode(typed: string): ReceiptCode | null {
  const text = typed.trim()
  const token = /\/receipts\/verify\/([^/?#\s]+)/.exec(text)
  return token
    ? { kind: "token", token: token[1] }
    : text
      ? { kind: "text", q: text.replace(/^#|^№\s*/, "") }
      : null
}

/** Whether a scan is a receipt's QR code, and no goods. */
export const isReceiptAddress = (typed: string): boolean => readReceiptCode(typed)?.kind === "token"

/** The receipt's number (`2026-000123`) in the page that proves it. */
export function numberInPage(html: string): string | null {
  return /\b\d{4}-\d{6,}\b/.exec(html)?.[0] ?? null
}
