/** Sums as a cashier types them. */

/** "12 500", "12.500 so‘m", "12500" → 12500; "" and nonsense → null. Whole so'm, never negative. */
export function readAmount(typed: string): number | null {
  const digits = typed.replace(/[\s\u00a0.,'’_]|so[‘'’`ʻ]?m|сум/gi, "")
  return /^\d{1,12}$/.test(digits) ? Number(digits) : null
}

/** A discount as typed: "10%" of a base, or a sum; whole so'm, half up; null when it is neither or more than the base. */
export function readDiscount(typed: string, base: number): number | null {
  const percent = /^\s*(\d{1,3}(?:[.,]\d{1,2})?)\s*%\s*$/.exec(typed)
  const amount = percent ? Math.round((base * Number(percent[1].replace(",", "."))) / 100) : readAmount(typed)
  return amount !== null && amount <= base ? amount : null
}

const NOTES = [1_000, 5_000, 10_000, 50_000, 100_000, 200_000]

/** Sums that a customer is likely to hand over for a total: the exact one first, at most five. */
export function likelyTendered(total: number): number[] {
  const rounded = NOTES.map((note) => Math.ceil(total / note) * note)
  return [...new Set([total, ...rounded])].sort((a, b) => a - b).slice(0, 5)
}
