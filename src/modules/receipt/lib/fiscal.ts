import { FiscalOutcome, FiscalStatus, ReceiptKind } from "../types"

const FIRST_DELAY_MS = 60_000
const LONGEST_DELAY_MS = 6 * 3_600_000
/** About three days with the delays above; then a person has to look. */
export const MAX_ATTEMPTS = 20

/** How long to wait after the n-th attempt: a minute, doubled each time, at most six hours. */
export function retryDelay(attempts: number): number {
  return Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.min(30, Math.max(0, attempts - 1)))
}

/** States from which an attempt may be made, by the job or by an operator. */
export const OPEN_STATUSES: FiscalStatus[] = ["waiting", "sent", "failed"]

/**
 * Who has to be asked for a receipt's fiscal data. Payme reports it by itself, for the sale and for its cancellation;
 * Click has to be sent the goods of a sale and has no call for a return. The others fiscalise at the bank or the till:
 * what they report is shown, and nothing is waited for.
 */
export function fiscalPlan(input: {
  provider_kind: string | null
  kind: ReceiptKind
  has_transaction: boolean
  total_tiyin: number
}): { status: "waiting" | "not_needed"; by: "transaction" | "receipt" } {
  const isWaiting =
    input.has_transaction &&
    input.total_tiyin > 0 &&
    (input.provider_kind === "payme" || (input.provider_kind === "click" && input.kind === "sale"))
  return {
    status: isWaiting ? "waiting" : "not_needed",
    by: input.has_transaction ? "transaction" : "receipt",
  }
}

/**
 * The row after an attempt; one that keeps failing ends as `failed`, with its last reason in sight. What has been sent
 * stays sent whatever goes wrong later: a provider must not get the same goods twice.
 */
export function afterAttempt(
  { status, attempts }: { status: FiscalStatus; attempts: number },
  outcome: FiscalOutcome,
  now: number
): { status: FiscalStatus; next_attempt_at: Date | null; last_error: string | null; data: object | null } {
  const isLast = attempts >= MAX_ATTEMPTS
  const later = isLast ? null : new Date(now + retryDelay(attempts))
  switch (outcome.kind) {
    case "confirmed":
      return { status: "confirmed", next_attempt_at: null, last_error: null, data: outcome.data }
    case "sent":
      return { status: "sent", next_attempt_at: later, last_error: null, data: outcome.data }
    case "failed":
      return { status: "failed", next_attempt_at: null, last_error: outcome.reason, data: null }
    case "waiting": {
      const next = status === "sent" ? "sent" : isLast ? "failed" : "waiting"
      return { status: next, next_attempt_at: later, last_error: outcome.reason, data: null }
    }
  }
}

/** What a buyer and the tax inspector look for. */
export type FiscalFactsShown = {
  terminal_id: string | null
  receipt_id: string | null
  fiscal_sign: string | null
  qr_code_url: string | null
  date: string | null
}

const NAMES: Record<keyof FiscalFactsShown, string[]> = {
  terminal_id: ["terminal_id", "terminalId"],
  receipt_id: ["receipt_id", "receiptId"],
  fiscal_sign: ["fiscal_sign", "fiscalSign"],
  qr_code_url: ["qr_code_url", "qrCodeURL", "qrCodeUrl", "qr_url"],
  date: ["date"],
}

/**
 * Fiscal facts in whatever a provider reported, or null when there is no receipt in it (a registration that failed). Only
 * a web address that fits into a QR code may become one.
 */
export function fiscalFactsOf(data: unknown): FiscalFactsShown | null {
  if (typeof data !== "object" || data === null) {
    return null
  }
  const read = (names: string[]) => {
    const value = names
      .map((name) => (data as Record<string, unknown>)[name])
      .find((found) => found !== null && found !== undefined)
    return typeof value === "string" || typeof value === "number" ? String(value) : null
  }
  const facts = Object.fromEntries(
    Object.entries(NAMES).map(([name, names]) => [name, read(names) || null])
  ) as FiscalFactsShown
  const qr_code_url = /^https?:\/\/\S{1,1000}$/i.test(facts.qr_code_url ?? "") ? facts.qr_code_url : null
  return facts.fiscal_sign || qr_code_url ? { ...facts, qr_code_url } : null
}
