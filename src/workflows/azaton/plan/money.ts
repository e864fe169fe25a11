import { decimalOf } from "./values"

/** Sums of history in tiyin: exact, never floating point. */

const SCALE = 6

/** Units of 10⁻⁶ so'm. */
function units(decimal: string): bigint {
  const negative = decimal.startsWith("-")
  const [whole, decimals = ""] = decimal.replace("-", "").split(".")
  const value = BigInt(`${whole}${decimals.slice(0, SCALE).padEnd(SCALE, "0")}`)
  return negative ? -value : value
}

function divideHalfAway(value: bigint, by: bigint): bigint {
  const magnitude = value < 0n ? -value : value
  const rounded = (2n * magnitude + by) / (2n * by)
  return value < 0n ? -rounded : rounded
}

/** Whole tiyin of decimal so'm, half away from zero. */
export function tiyinOf(decimal: string): bigint {
  return divideHalfAway(units(decimal), 10n ** BigInt(SCALE - 2))
}

/** Tiyin as the shortest decimal text of so'm. */
export function sumOf(tiyin: bigint): string {
  const negative = tiyin < 0n
  const digits = String(negative ? -tiyin : tiyin).padStart(3, "0")
  return decimalOf(`${negative ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`)!
}

/** Decimal so'm with at most two decimals; null stays null. */
export function twoDecimals(decimal: string | null): string | null {
  return decimal === null ? null : sumOf(tiyinOf(decimal))
}

/** a + b */
export function add(a: string, b: string): string {
  return sumOf(divideHalfAway(units(a) + units(b), 10n ** BigInt(SCALE - 2)))
}

/** amount × (1 + percent / 100), in tiyin. */
export function withPercent(amount: string, percent: string): string {
  const exact = units(amount) * (100n * 10n ** BigInt(SCALE) + units(percent))
  return sumOf(divideHalfAway(exact, 10n ** BigInt(2 * SCALE)))
}
