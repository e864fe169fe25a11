import { BigNumberInput } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import { toTiyin } from "../../../lib/money"
import { ReceiptLineFacts, ReceiptTotals } from "../types"
import { vatInside } from "./vat"

/** What a line's receipt is made of; money in the order's currency. */
export type LineSource = {
  title: string
  /** Null in a refund by amount. */
  quantity: BigNumberInput | null
  /** Listed price of one; null when only the total is known. */
  unit_price: BigNumberInput | null
  /** What the buyer pays (or gets back) for the line, everything included. */
  total: BigNumberInput
  vat_percent: BigNumberInput | null
  ikpu: string | null
  package_code: string | null
  is_delivery?: boolean
}

/**
 * Lines of a receipt, adding up to its amount to the last tiyin. What a line costs is fixed (`total`); its price is the
 * listed one and the difference its discount, unless tax on top makes the total the higher: then the price carries it.
 * @throws {RangeError} when the lines are not worth `amount`: such a receipt must not exist
 */
export function receiptLines(
  sources: LineSource[],
  amount: BigNumberInput,
  principalTaxId: string | null
): ReceiptLineFacts[] {
  const lines = sources.map((source) => receiptLine(source, principalTaxId))
  const { total_tiyin } = receiptTotals(lines)
  if (total_tiyin !== toTiyin(amount)) {
    throw new RangeError(`lines worth ${total_tiyin} tiyin cannot make a receipt of ${toTiyin(amount)}`)
  }
  return lines
}

function receiptLine(source: LineSource, principalTaxId: string | null): ReceiptLineFacts {
  const total_tiyin = toTiyin(source.total)
  const vat_percent = MathBN.convert(source.vat_percent ?? 0).toNumber()
  return {
    title: source.title,
    ...priceOf(source, total_tiyin),
    total_tiyin,
    vat_percent,
    vat_tiyin: vatInside(total_tiyin, vat_percent),
    ikpu: source.ikpu,
    package_code: source.package_code,
    principal_tax_id: principalTaxId,
    is_delivery: source.is_delivery ?? false,
  }
}

function priceOf({ quantity, unit_price }: LineSource, total: number) {
  if (quantity === null || !MathBN.gt(quantity, 0)) {
    return { quantity: null, unit_price_tiyin: total, discount_tiyin: 0 }
  }
  const listed = MathBN.mult(unit_price ?? 0, 100).integerValue(0)
  const needed = MathBN.div(total, quantity).integerValue(2)
  const price = MathBN.max(listed, needed)
  return {
    quantity: MathBN.convert(quantity).toFixed(),
    unit_price_tiyin: price.toNumber(),
    // Half a piece of an odd price has a half tiyin: the discount takes it.
    discount_tiyin: MathBN.sub(MathBN.mult(price, quantity).integerValue(0), total).toNumber(),
  }
}

/** Sums of a receipt. */
export function receiptTotals(lines: ReceiptLineFacts[]): ReceiptTotals {
  const sum = (name: "total_tiyin" | "discount_tiyin" | "vat_tiyin") =>
    lines.reduce((total, line) => total + line[name], 0)
  return {
    total_tiyin: sum("total_tiyin"),
    discount_tiyin: sum("discount_tiyin"),
    vat_tiyin: sum("vat_tiyin"),
  }
}
