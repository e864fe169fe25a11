import { randomDigits } from "../../../lib/ids"

/**
 * Candidates for a company order's short code, the likeliest to be free last: four of six digits, and two of nine for
 * a company that has used up most of the short ones. Digits are read aloud the same way in every language.
 */
export function drawShortCodes(): string[] {
  const grouped = (digits: string) => digits.match(/.{3}/g)!.join("-")
  return [6, 6, 6, 6, 9, 9].map((length) => grouped(randomDigits(length)))
}

/** A short code as somebody typed it: spaces and hyphens do not matter. */
export function normalizeShortCode(typed: string): string | null {
  const digits = typed.replace(/[\s-]/g, "")
  return /^\d{6}$|^\d{9}$/.test(digits) ? digits.match(/.{3}/g)!.join("-") : null
}
