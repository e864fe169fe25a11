/**
 * Splits whole tiyin over lines in proportion to weights; what rounding leaves goes to the largest
 * remainders, ties to the earlier line (Payme Merchant API 3.1). The parts add up to `total` exactly and
 * differ from the exact share by less than one tiyin.
 * @param total whole tiyin; may be negative
 * @param weights whole, not negative; all zero means equal parts
 * @throws {RangeError} for other numbers, or when there is no line to carry a total that is not zero
 */
export function spreadTiyin(total: number, weights: readonly number[]): number[] {
  if (!Number.isSafeInteger(total) || weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0)) {
    throw new RangeError("total and weights must be whole numbers below 2^53, weights not negative")
  }
  if (weights.length === 0 && total !== 0) {
    throw new RangeError(`${total} tiyin cannot be spread over no lines`)
  }
  const isEven = weights.every((weight) => weight === 0)
  const shares = weights.map((weight) => (isEven ? 1n : BigInt(weight)))
  const whole = shares.reduce((sum, share) => sum + share, 0n)
  const magnitude = BigInt(Math.abs(total))
  const parts = shares.map((share) => (magnitude * share) / whole)
  const left = Number(magnitude - parts.reduce((sum, part) => sum + part, 0n))
  // The sort is stable, which gives ties to the earlier line.
  shares
    .map((share, index) => ({ index, remainder: (magnitude * share) % whole }))
    .sort((a, b) => Number(b.remainder > a.remainder) - Number(b.remainder < a.remainder))
    .slice(0, left)
    .forEach(({ index }) => (parts[index] += 1n))
  return parts.map((part) => Number(total < 0 ? -part : part))
}
