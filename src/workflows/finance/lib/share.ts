import { BigNumberInput } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"

/** Per cent of a whole, to two decimals; nothing of a whole that is nothing or less. */
export function shareOf(part: BigNumberInput, whole: BigNumberInput): number {
  return MathBN.lte(whole, 0) ? 0 : MathBN.mult(MathBN.div(part, whole), 100).decimalPlaces(2, 4).toNumber()
}
