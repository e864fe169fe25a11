import { priceOf } from "../../../../lib/selling-price"

/** Numbers as people type them: with spaces, a comma, or nothing of the kind. */

const MAX_COST = 1_000_000_000_000
const MAX_MARKUP = 999.99
const MAX_STOCK = 1_000_000

/**
 * Decimal text of what was typed, or null. A comma or point before exactly three digits at the end parts thousands
 * ("12,750"), before one or two it parts decimals ("12,5").
 */
export function decimalText(typed: string): string | null {
  const bare = typed.replace(/[\s\u00a0\u202f']/g, "")
  const grouped = /^\d{1,3}([.,]\d{3})+$/.test(bare) ? bare.replace(/[.,]/g, "") : bare
  const text = grouped.replace(",", ".")
  return /^\d+(\.\d{1,2})?$/.test(text) ? text : null
}

function within(typed: string, max: number): number | null {
  const text = decimalText(typed)
  const value = text === null ? null : Number(text)
  return value !== null && value <= max ? value : null
}

/** So'm, two decimals at most; null when it is no such number. */
export const costOf = (typed: string): number | null => within(typed, MAX_COST)

/** Per cent, 0 to 999.99; a sign of per cent is forgiven. */
export function markupOf(typed: string): number | null {
  // "12.500" is a markup of twelve and a half, never of twelve thousand.
  const bare = typed.replace(/%/g, "").replace(/\s/g, "").replace(",", ".")
  return /^\d{1,3}(\.\d{1,2})?$/.test(bare) && Number(bare) <= MAX_MARKUP ? Number(bare) : null
}

/** Whole pieces. */
export function stockOf(typed: string): number | null {
  const value = within(typed, MAX_STOCK)
  return value !== null && Number.isInteger(value) ? value : null
}

/** The price that the server will make of it; null while something is missing, wrong, or gives less than 1 so'm. */
export function previewPrice(cost: number | null | undefined, markup: number | null | undefined) {
  if (typeof cost !== "number" || typeof markup !== "number") {
    return null
  }
  const price = Number(priceOf(cost, markup))
  return price >= 1 ? price : null
}
