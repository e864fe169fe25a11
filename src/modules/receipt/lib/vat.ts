import { BigNumberInput } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"

/**
 * VAT inside a price that includes it: `total × percent / (100 + percent)`, rounded half away from zero to a whole tiyin.
 * Nothing for a line without VAT.
 */
export function vatInside(totalTiyin: number, percent: BigNumberInput): number {
  if (!MathBN.gt(percent, 0)) {
    return 0
  }
  const vat = MathBN.div(MathBN.mult(totalTiyin, percent), MathBN.add(100, percent))
  return Number(vat.toFixed(0, 4))
}
