/**
 * Business rule 2, for the server and for the pages that show a price while it is typed; imports nothing, so that a
 * browser may load it.
 */

/** Whole number and count of decimals of a decimal text: "12.50" → [1250n, 2]. */
function scaled(value: number | string): [bigint, number] {
  const text = String(value)
  const match = /^(-?)(\d*)(?:\.(\d*))?$/.exec(text)
  if (!match || !/\d/.test(text)) {
    throw new RangeError(`${text} is not a decimal number`)
  }
  const [, sign, whole, decimals = ""] = match
  return [BigInt(`${sign}${whole}${decimals}`), decimals.length]
}

/**
 * The selling price in whole so'm: `cost + cost × percent / 100`, half away from zero, exact whatever the decimals.
 * @throws {RangeError} when something is not a decimal number
 */
export function priceOf(cost: number | string, markupPercent: number | string): string {
  const [costUnits, costDecimals] = scaled(cost)
  const [percentUnits, percentDecimals] = scaled(markupPercent)
  const hundred = 100n * 10n ** BigInt(percentDecimals)
  const exact = costUnits * (hundred + percentUnits)
  const unit = hundred * 10n ** BigInt(costDecimals)
  const magnitude = exact < 0n ? -exact : exact
  const rounded = (2n * magnitude + unit) / (2n * unit)
  return String(exact < 0n ? -rounded : rounded)
}
