import { BigNumberInput } from "@medusajs/framework/types"
import { BigNumber, MathBN } from "@medusajs/framework/utils"
import { priceOf } from "./selling-price"

/** Tiyin in one so'm. Medusa keeps so'm; Payme speaks tiyin. */
export const TIYIN_PER_SUM = 100

/**
 * Rounds half away from zero to `digits` decimals (business rule 1; so'm have 0).
 * @returns decimal text, so that nothing is lost on the way to the database
 */
export function roundMoney(amount: BigNumberInput, digits = 0): string {
  return MathBN.convert(amount).toFixed(digits, 4)
}

/**
 * The selling price in whole so'm: `cost + cost × percent / 100` (business rule 2). It is derived on the server each
 * time; no client ever sends a price.
 */
export function sellingPrice(cost: BigNumberInput, markupPercent: BigNumberInput): string {
  return priceOf(MathBN.convert(cost).toFixed(), MathBN.convert(markupPercent).toFixed())
}

/**
 * Whole tiyin of an amount in so'm.
 * @throws {RangeError} when the amount has a fraction of a tiyin, is negative or beyond 2^53
 */
export function toTiyin(amountSum: BigNumberInput): number {
  const tiyin = MathBN.mult(amountSum, TIYIN_PER_SUM)
  const value = tiyin.toNumber()
  if (!tiyin.isInteger() || !Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`${tiyin.toString()} is not a whole number of tiyin`)
  }
  return value
}

/**
 * Splits a whole amount into whole parts in proportion to weights; what rounding leaves goes to the largest
 * remainders (ties: the earlier part). The parts add up to `total` exactly.
 * @param total whole units, may be negative
 * @param weights non-negative; all zero means equal parts
 * @throws {RangeError} when the amount is not whole, or there is nobody to get it
 */
export function apportion(total: BigNumberInput, weights: BigNumberInput[]): string[] {
  const whole = MathBN.convert(total)
  if (!whole.isInteger() || (weights.length === 0 && !whole.isZero())) {
    throw new RangeError(`${whole.toString()} cannot be shared out`)
  }
  if (weights.length === 0) {
    return []
  }
  const sum = MathBN.sum(...weights)
  const usable = sum.isZero() ? weights.map(() => 1) : weights
  const usableSum = sum.isZero() ? MathBN.convert(weights.length) : sum
  const magnitude = whole.abs()
  const exact = usable.map((weight) => MathBN.div(MathBN.mult(magnitude, weight), usableSum))
  const parts = exact.map((value) => value.integerValue(1))
  const left = MathBN.sub(magnitude, MathBN.sum(...parts)).toNumber()
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: MathBN.sub(value, parts[index]) }))
    .sort((a, b) => b.remainder.comparedTo(a.remainder)! || a.index - b.index)
  for (const { index } of byRemainder.slice(0, left)) {
    parts[index] = MathBN.add(parts[index], 1)
  }
  return parts.map((part) => (whole.isNegative() && !part.isZero() ? part.negated() : part).toFixed(0))
}

/** A BigNumber as Medusa's services take it, from decimal text. */
export function money(amount: BigNumberInput): BigNumber {
  return new BigNumber(MathBN.convert(amount).toFixed())
}

/**
 * Shares a total out in hundredths, in proportion to what its parts cost by themselves; parts that add up already keep
 * their amounts.
 * @returns decimal text; adds up to the total exactly
 */
export function shareTotal(total: BigNumberInput, parts: BigNumberInput[]): string[] {
  const weights = parts.map((part) => MathBN.mult(part, 100))
  const units = MathBN.mult(total, 100)
  const isExact = weights.every((weight) => weight.isInteger()) && MathBN.eq(MathBN.sum(0, ...weights), units)
  const shares = isExact ? weights.map((weight) => weight.toFixed(0)) : apportion(units, weights)
  return shares.map((share) => MathBN.div(share, 100).toFixed())
}
