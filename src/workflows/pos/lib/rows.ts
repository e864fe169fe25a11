import { generateEntityId } from "@medusajs/framework/utils"
import { CASH_PROVIDER } from "../../../lib/payment-providers"
import { ToSave } from "./save"

export type DeskPayment = {
  payment_id: string
  capture_id: string
  transaction_id: string
  session_id: string
  collection_id: string
  order_id: string
}

/** What a sale takes from the shelf, once per kind of goods, in the order in which locks are taken. */
export function takingsOf({ sale, goods }: Pick<ToSave, "sale" | "goods">) {
  const wanted = new Map<string, { quantity: number; is_free: boolean }>()
  for (const line of sale.lines) {
    const { places, allow_backorder } = goods.get(line.listing_variant_id)!
    for (const { inventory_item_id, required } of places) {
      const quantity = (wanted.get(inventory_item_id)?.quantity ?? 0) + line.quantity * required
      wanted.set(inventory_item_id, { quantity, is_free: allow_backorder })
    }
  }
  return [...wanted]
    .map(([item, taking]) => ({ id: generateEntityId(undefined, "pcorr"), item, ...taking }))
    .sort((a, b) => (a.item < b.item ? -1 : 1))
}

/** The order line that Medusa made of a line of ours. */
function orderLineOf({ order }: ToSave, lineId: string): string {
  return order.items!.find(({ metadata }) => metadata?.pos_line_id === lineId)!.id
}

/** The fulfilment's items: one per kind of goods that a line takes, as Medusa writes them. */
export function parcelOf(input: ToSave) {
  return input.sale.lines.flatMap((line) => {
    const facts = input.goods.get(line.listing_variant_id)!
    const about = {
      title: facts.variant_title ?? line.title,
      sku: facts.variant_sku ?? "",
      barcode: facts.barcode ?? "",
      line_item_id: orderLineOf(input, line.id),
    }
    const places =
      facts.places.length > 0 ? facts.places : [{ inventory_item_id: null as string | null, required: 1 }]
    return places.map(({ inventory_item_id, required }) => ({
      ...about,
      id: generateEntityId(undefined, "fulit"),
      inventory_item_id,
      quantity: line.quantity * required,
    }))
  })
}

/** The frozen lines of the company's order (business rule 3). */
export function linesOf(input: ToSave) {
  return input.sale.lines.map((line) => {
    const facts = input.goods.get(line.listing_variant_id)!
    return {
      id: generateEntityId(undefined, "cline"),
      pos_line_id: line.id,
      line_item_id: orderLineOf(input, line.id),
      variant_id: facts.variant_id,
      listing_id: facts.listing_id,
      title: line.title,
      quantity: line.quantity,
      unit_price: line.unit_price,
      discount: line.discount,
      total: line.total,
      cost: facts.cost,
      markup_percent: facts.markup_percent,
      ikpu: facts.ikpu,
      package_code: facts.package_code,
      vat_percent: facts.vat_percent ?? (input.shop.is_vat_payer ? 12 : 0),
    }
  })
}

/** What is paid later than this before now would be out of sight of the jobs that make up for lost events. */
const OLDEST_PAYMENT_MS = 29 * 86_400_000

/** The company's order. It was paid when it was sold, also where the market heard of it later. */
export function companyOrderOf(
  { sale, commission_percent }: ToSave,
  drawn: { short_code: string; token: string; payment: DeskPayment | null }
) {
  const now = Date.now()
  const sold = sale.is_offline ? new Date(sale.sold_at).getTime() : now
  return {
    id: generateEntityId(undefined, "cord"),
    sale_id: sale.id,
    group_id: sale.group_id,
    company_id: sale.company_id,
    order_id: sale.order_id,
    token: drawn.token,
    short_code: drawn.short_code,
    provider_id: CASH_PROVIDER,
    total: sale.total,
    discount: sale.discount,
    commission_percent,
    collection_id: drawn.payment?.collection_id ?? null,
    session_id: drawn.payment?.session_id ?? null,
    customer_phone: sale.customer_phone,
    paid_at: new Date(Math.min(now, Math.max(sold, now - OLDEST_PAYMENT_MS))).toISOString(),
  }
}

/** Ids of a payment that is made and captured at once. */
export function drawPayment(orderId: string): DeskPayment {
  return {
    payment_id: generateEntityId(undefined, "pay"),
    capture_id: generateEntityId(undefined, "capt"),
    transaction_id: generateEntityId(undefined, "ordtrx"),
    session_id: generateEntityId(undefined, "payses"),
    collection_id: generateEntityId(undefined, "pay_col"),
    order_id: orderId,
  }
}
