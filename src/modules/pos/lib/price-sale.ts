import { apportion } from "../../../lib/money"
import { PosErrors } from "../errors"
import { Goods, Paid, PricedSale, SaleRequest } from "../types"

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)

/** What a discount of the whole sale takes off each line: in proportion, by largest remainder, never more than the line. */
export function shareDiscount(discount: number, nets: number[]): number[] {
  return apportion(discount, nets).map(Number)
}

/**
 * Prices a sale: by the server's prices, or as the cashier saw them (for a sale whose money has been taken already).
 * @throws {MedusaError} POS_DISCOUNT_TOO_BIG
 */
export function priceSale(
  request: SaleRequest,
  goods: Map<string, Goods>,
  by: "server" | "seen"
): PricedSale {
  const lines = request.lines.map((line) => {
    const { variant_id, title, price } = goods.get(line.variant_id)!
    const unit_price = by === "server" ? price : line.unit_price
    const gross = unit_price * line.quantity
    const own = line.discount ?? 0
    if (own > gross) {
      throw PosErrors.discountTooBig()
    }
    return {
      ...line,
      variant_id,
      listing_variant_id: line.variant_id,
      title,
      unit_price,
      own,
      net: gross - own,
    }
  })
  const whole = request.discount ?? 0
  if (whole > sum(lines.map(({ net }) => net))) {
    throw PosErrors.discountTooBig()
  }
  const shares = shareDiscount(
    whole,
    lines.map(({ net }) => net)
  )
  const priced = lines.map((line, index) => ({
    listing_variant_id: line.listing_variant_id,
    variant_id: line.variant_id,
    title: line.title,
    quantity: line.quantity,
    seen_price: request.lines[index].unit_price,
    unit_price: line.unit_price,
    discount: line.own + shares[index],
    total: line.net - shares[index],
  }))
  return {
    lines: priced,
    discount: sum(priced.map(({ discount }) => discount)),
    total: sum(priced.map(({ total }) => total)),
  }
}

/**
 * Checks that a sale was paid to the so'm. The change is `tendered − cash`.
 * @throws {MedusaError} POS_PAYMENT_WRONG
 */
export function checkPayments({ payments, tendered }: SaleRequest, total: number): Paid {
  const of = (method: string) => sum(payments.filter((p) => p.method === method).map((p) => p.amount))
  const [cash, card] = [of("cash"), of("card")]
  const isNamedOnce = new Set(payments.map(({ method }) => method)).size === payments.length
  const isHandedOver = tendered === undefined || (cash > 0 && tendered >= cash)
  if (!isNamedOnce || !isHandedOver || cash + card !== total) {
    throw PosErrors.paymentWrong(total)
  }
  return { cash, card, tendered: tendered ?? null }
}
