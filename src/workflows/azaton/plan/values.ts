import { tashkentParts } from "../../../lib/time"

/** What the old system's columns and JSON hold, made plain. None of these throws: what cannot be read is null. */

/** No-break and thin spaces are what spreadsheets put between thousands. */
const SPACES = /[\s\u00a0\u2007-\u200b\u202f\ufeff]+/g

/** Text without outer and double spaces, without what a text column cannot hold; null when nothing is left. */
export function textOf(value: unknown): string | null {
  if (typeof value !== "string" && typeof value !== "number") {
    return null
  }
  // eslint-disable-next-line no-control-regex
  const text = String(value).replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "")
  return text.replace(SPACES, " ").trim() || null
}

/** Cuts text to so many letters, never inside one of two units. */
export function cut(text: string, letters: number): string {
  return [...text].slice(0, letters).join("").trim()
}

/** The canonical decimal text of a number or of "15 000,00"; null when it is none. */
export function decimalOf(value: unknown): string | null {
  if (typeof value !== "string" && typeof value !== "number") {
    return null
  }
  const typed = String(value).replace(SPACES, "").replace(",", ".")
  const match = /^([+-]?)0*(\d*)(?:\.(\d*))?$/.exec(typed)
  if (!match || !/\d/.test(typed)) {
    return null
  }
  const [, sign, whole, decimals = ""] = match
  const digits = `${whole || "0"}.${decimals}`.replace(/\.?0*$/, "") || "0"
  return sign === "-" && digits !== "0" ? `-${digits}` : digits
}

/** The digits before the point as a whole number; null when it is none or too large to count with. */
export function wholeOf(value: unknown): number | null {
  const decimal = decimalOf(value)
  const whole = decimal === null ? Number.NaN : Math.trunc(Number(decimal))
  return Number.isSafeInteger(whole) ? whole : null
}

/** The id that a number or numeric text names (`12`, `"12"`, `12.0`), as text; null when it is none. */
export function idOf(value: unknown): string | null {
  const decimal = decimalOf(value)
  return decimal !== null && /^[1-9]\d{0,17}$/.test(decimal) ? decimal : null
}

/** An instant as ISO 8601; null for nothing, for infinity and for what is no date. */
export function timeOf(value: unknown): string | null {
  if (!(value instanceof Date) && typeof value !== "string") {
    return null
  }
  const date = new Date(value)
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}

/** The day of an instant in Tashkent, `YYYY-MM-DD`. */
export function dayOf(iso: string): string {
  const { year, month, day } = tashkentParts(new Date(iso))
  return `${year}-${month}-${day}`
}

/** A `date` column as it came; null when it is none or infinite. */
export function dateOf(value: unknown): string | null {
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : null
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}
