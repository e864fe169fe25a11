/**
 * Uzbek phone numbers as E.164: `+998` and nine digits (business rule 21).
 * Accepts what people type: `90 111 22 33`, `8 90 111 22 33`, `00998…`, `998-90-…`, `+998 (90) 111-22-33`.
 * @returns the number as `+998XXXXXXXXX`, or null when it is none
 */
export function normalizePhone(typed: string): string | null {
  const text = typed.normalize("NFKC").trim()
  if (!/^\+?[\d\s().-]+$/.test(text)) {
    return null
  }
  let digits = text.replace(/\D/g, "").replace(/^00/, "")
  if (digits.length === 13 && digits.startsWith("8998")) {
    digits = digits.slice(1)
  }
  if (digits.length === 10 && /^[08]/.test(digits)) {
    digits = digits.slice(1)
  }
  if (digits.length === 9) {
    digits = `998${digits}`
  }
  return /^998\d{9}$/.test(digits) ? `+${digits}` : null
}
