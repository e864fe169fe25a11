/** The largest amount text that is read at all; Click's own are shorter than 20 characters. */
const MAX_CHARS = 40

/**
 * Whole tiyin of an amount in sums as Click writes it (Click SHOP API 2.1, C-10, C-11): "1000", "1000.0" and
 * "1000.00" are all 100000. Nothing is rounded and there is no tolerance.
 * @returns null for text that is not a plain decimal: a sign, an exponent, more than two decimals that matter
 */
export function tiyinOfAmount(text: string): bigint | null {
  const match = text.length > MAX_CHARS ? null : /^(\d+)(?:\.(\d+))?$/.exec(text)
  if (!match) {
    return null
  }
  const fraction = (match[2] ?? "").replace(/0+$/, "")
  return fraction.length > 2 ? null : BigInt(match[1] + fraction.padEnd(2, "0"))
}

/** Whether an amount as received is exactly what is owed, to the last tiyin. */
export function isAmount(received: string, owedTiyin: number | bigint): boolean {
  return tiyinOfAmount(received) === BigInt(owedTiyin)
}

/**
 * Sums with two decimals, as links and calls of the Merchant API carry them: 15000050 tiyin give "150000.50".
 * @throws {RangeError} for anything but a positive whole number of tiyin that JavaScript keeps exactly
 */
export function amountText(tiyin: number | bigint): string {
  const value = Number(tiyin)
  if (!Number.isSafeInteger(value) || value <= 0) {
    throw new RangeError(`${tiyin} is not a payable number of tiyin`)
  }
  return `${BigInt(tiyin) / 100n}.${String(BigInt(tiyin) % 100n).padStart(2, "0")}`
}
