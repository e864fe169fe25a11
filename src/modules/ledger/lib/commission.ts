import { BigNumberInput } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"

/** A whole number of tiyin, halves away from zero (business rule 1). */
function wholeTiyin(amount: BigNumberInput): number {
  const tiyin = MathBN.convert(amount).integerValue(4).toNumber()
  if (!Number.isSafeInteger(tiyin)) {
    throw new RangeError(`${tiyin} is beyond what tiyin are counted in`)
  }
  return tiyin
}

/** The market's commission on a line, in tiyin (business rule 16). Delivery bears none. */
export function lineCommission(totalTiyin: number, percent: BigNumberInput): number {
  return wholeTiyin(MathBN.div(MathBN.mult(totalTiyin, percent), 100))
}

/** The VAT inside an amount of tiyin: `amount × percent / (100 + percent)`; 0 per cent is a market that pays none. */
export function vatWithin(amountTiyin: number, vatPercent: BigNumberInput): number {
  return wholeTiyin(MathBN.div(MathBN.mult(amountTiyin, vatPercent), MathBN.add(100, vatPercent)))
}

/**
 * How much of `whole` is gone when `done` of `total` has been refunded. Always reckoned from the beginning, never added
 * up: when everything has been refunded exactly `whole` is gone, whatever the parts were.
 */
export function shareSoFar(whole: number, done: number, total: number): number {
  if (total <= 0) {
    return 0
  }
  return wholeTiyin(MathBN.div(MathBN.mult(whole, Math.min(done, total)), total))
}
