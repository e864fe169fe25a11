import { BigNumberInput } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import { apportion, TIYIN_PER_SUM } from "./money"

export type FiscalSource = {
  title: string
  quantity: BigNumberInput
  /** What the buyer pays for the line, taxes included, after its discounts; so'm. */
  total: BigNumberInput
  unit_price: BigNumberInput
  ikpu: string | null
  package_code: string | null
  vat_percent: number
}

/** A fiscal line in tiyin: `unit_price × quantity − discount` is what the buyer pays for it. */
export type FiscalLine = {
  title: string
  quantity: number
  unit_price_tiyin: number
  discount_tiyin: number
  ikpu: string | null
  package_code: string | null
  vat_percent: number
}

export type FiscalFacts = { lines: FiscalLine[]; shipping: { title: string; price_tiyin: number } | null }

/**
 * The lines of a receipt for a payment, adding up to its amount to the last tiyin. Money that belongs to no line
 * (credit, rounding) is spread over all of them by largest remainder.
 */
export function fiscalLines(
  sources: FiscalSource[],
  shipping: { title: string; total: BigNumberInput },
  amountTiyin: number
): FiscalFacts {
  const weights = [...sources.map(({ total }) => total), shipping.total].map((total) =>
    MathBN.mult(total, TIYIN_PER_SUM)
  )
  const exact = weights.every((weight) => weight.isInteger()) && MathBN.sum(...weights).eq(amountTiyin)
  const shares = (exact ? weights.map((weight) => weight.toFixed()) : apportion(amountTiyin, weights)).map(
    Number
  )
  const lines = sources.map((source, index) => {
    const quantity = MathBN.convert(source.quantity).toNumber()
    const listed = MathBN.mult(source.unit_price, TIYIN_PER_SUM).integerValue(0).toNumber()
    // A price can only lie under the line's total when tax comes on top of it: then the unit carries the tax too.
    const unit_price_tiyin = Math.max(listed, Math.ceil(shares[index] / quantity))
    return {
      title: source.title,
      quantity,
      unit_price_tiyin,
      discount_tiyin: unit_price_tiyin * quantity - shares[index],
      ikpu: source.ikpu,
      package_code: source.package_code,
      vat_percent: source.vat_percent,
    }
  })
  const price_tiyin = shares[sources.length]
  return { lines, shipping: price_tiyin > 0 ? { title: shipping.title, price_tiyin } : null }
}
