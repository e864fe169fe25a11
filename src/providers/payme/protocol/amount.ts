const TIYIN_DIGITS = 2

/** A non-negative decimal without rounding: `digits / 10 ** scale`. */
export type ExactDecimal = { digits: bigint; scale: number }

/**
 * Reads plain decimal text, without sign or exponent; zeros at the end of the fraction do not count.
 * @throws {RangeError} for any other text
 */
export function parseDecimal(text: string): ExactDecimal {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(text)
  if (!match) {
    throw new RangeError(`"${text}" is not a non-negative decimal number`)
  }
  const fraction = (match[2] ?? "").replace(/0+$/, "")
  return { digits: BigInt(match[1] + fraction), scale: fraction.length }
}

/**
 * Whether a number can be an amount of the protocol: a whole number of tiyin above zero that JavaScript keeps
 * exactly.
 */
export function isTiyin(value: number): boolean {
  return Number.isSafeInteger(value) && value > 0
}

/**
 * Tiyin of an amount in sum, exactly (Payme Merchant API 5.6): "150000.50" gives 15000050.
 * @param decimalText sum, e.g. a BigNumber's `toFixed()`; never a float that was computed with
 * @throws {RangeError} for more than 2 decimals that matter, zero, a negative or a result beyond 2^53
 */
export function sumToTiyin(decimalText: string): number {
  const { digits, scale } = parseDecimal(decimalText)
  if (scale > TIYIN_DIGITS) {
    throw new RangeError(`${decimalText} sum is not a whole number of tiyin`)
  }
  const tiyin = Number(digits * 10n ** BigInt(TIYIN_DIGITS - scale))
  if (!isTiyin(tiyin)) {
    throw new RangeError(`${decimalText} sum cannot be an amount: it must be above zero and below 2^53 tiyin`)
  }
  return tiyin
}

/**
 * Decimal text in sum of whole tiyin: 1999 gives "19.99", 500000 gives "5000".
 * @throws {RangeError} for a negative, fractional or unsafe number
 */
export function tiyinToSum(tiyin: number): string {
  if (!Number.isSafeInteger(tiyin) || tiyin < 0) {
    throw new RangeError(`${tiyin} is not a whole number of tiyin`)
  }
  const rest = tiyin % 100
  const sum = String((tiyin - rest) / 100)
  return rest === 0 ? sum : `${sum}.${String(rest).padStart(TIYIN_DIGITS, "0")}`
}
