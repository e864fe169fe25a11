import { MathBN } from "@medusajs/framework/utils"
import { toTiyin } from "../../lib/money"
import { ClickFiscalLine } from "../../providers/click/protocol"

/** The frozen facts of one company's order; money in so'm, numbers as decimal text. */
export type FiscalOrderRow = {
  tax_id: string | null
  is_vat_payer: boolean
  shipping_paid: string
  lines: Array<{
    title: string
    quantity: string
    unit_price: string
    total: string
    ikpu: string | null
    package_code: string | null
    vat_percent: string | null
  }>
}

/** Codes under which delivery is sold, where the market has set them. */
export type DeliveryCodes = { ikpu?: string; package_code?: string }

const DELIVERY = "Yetkazib berish"
const USUAL_VAT = 12

/**
 * The fiscal lines of one company's order: Σ price − discount is what the buyer paid for it. Delivery is a line of its own,
 * sold by the company, and needs its own IKPU.
 */
export function clickFiscalLines(order: FiscalOrderRow, delivery: DeliveryCodes): ClickFiscalLine[] {
  const lines = order.lines.map((line) => {
    const total = toTiyin(line.total)
    const listed = toTiyin(MathBN.mult(line.unit_price, line.quantity))
    // A total above the listed price carries tax that came on top; then there is no discount to tell of.
    const price_tiyin = Math.max(listed, total)
    return {
      title: line.title,
      quantity: Number(line.quantity),
      price_tiyin,
      discount_tiyin: price_tiyin - total,
      ikpu: line.ikpu,
      package_code: line.package_code,
      vat_percent: Number(line.vat_percent ?? 0),
      seller_tax_id: order.tax_id,
    }
  })
  const shipping = toTiyin(order.shipping_paid)
  return shipping === 0
    ? lines
    : [
        ...lines,
        {
          title: DELIVERY,
          quantity: 1,
          price_tiyin: shipping,
          discount_tiyin: 0,
          ikpu: delivery.ikpu ?? null,
          package_code: delivery.package_code ?? null,
          vat_percent: order.is_vat_payer ? USUAL_VAT : 0,
          seller_tax_id: order.tax_id,
        },
      ]
}
