/** The cart that automatic fiscalisation wants (section 3.2); money in tiyin. */
export type Cart = { cartId: string; receiptType: "PURCHASE"; items: CartItem[]; total: number }

export type CartItem = {
  title: string
  productId: string
  quantity: number
  unitPrice: number
  total: number
  receiptParams: {
    spic: string
    packageCode: string
    vatPercent: number
    TIN?: string
    PINFL?: string
    discount?: number
  }
}

export type CartLine = {
  title: string
  product_id: string
  quantity: number
  /** What the buyer pays for the line; tiyin. */
  total_tiyin: number
  ikpu: string | null
  package_code: string | null
  vat_percent: number
  /** Of the company on whose behalf the goods are sold. */
  tax_id: { type: string; value: string } | null
}

/**
 * The cart of a payment or of a refund.
 * @returns what is missing instead, in words for the operator: a code is never invented
 */
export function cartOf(
  cartId: string,
  lines: CartLine[],
  amountTiyin: number
): { cart: Cart } | { problem: string } {
  const incomplete = lines.find(
    ({ ikpu, package_code, tax_id }) => !/^\d{17}$/.test(ikpu ?? "") || !package_code || !tax_id
  )
  if (incomplete) {
    return { problem: `"${incomplete.title}" lacks its IKPU, its package code or its company's tax id` }
  }
  const total = lines.reduce((sum, { total_tiyin }) => sum + total_tiyin, 0)
  if (total !== amountTiyin) {
    return { problem: `the lines add up to ${total} tiyin, the payment is ${amountTiyin} tiyin` }
  }
  return { cart: { cartId, receiptType: "PURCHASE", items: lines.map(itemOf), total } }
}

function itemOf(line: CartLine): CartItem {
  // The unit's price is rounded up, and what that makes too much is a discount: the line's total stays exact.
  const unitPrice = Math.ceil(line.total_tiyin / line.quantity)
  const discount = unitPrice * line.quantity - line.total_tiyin
  return {
    title: line.title,
    productId: line.product_id,
    quantity: line.quantity,
    unitPrice,
    total: line.total_tiyin,
    receiptParams: {
      spic: line.ikpu!,
      packageCode: line.package_code!,
      vatPercent: line.vat_percent,
      ...(line.tax_id!.type === "pinfl" ? { PINFL: line.tax_id!.value } : { TIN: line.tax_id!.value }),
      ...(discount > 0 && { discount }),
    },
  }
}
