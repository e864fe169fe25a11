import { OrderDTO } from "@medusajs/framework/types"
import { NewCompanyOrder } from "../../../modules/order-group/service"
import { OrderPayment } from "../steps/open-payments"
import { CheckoutCart, Sellers } from "../types"
import { shareTotal } from "../../../lib/money"
import { orderOfPart } from "./claims"
import { Part } from "./plan"

/** Per cent that the market keeps unless the company's contract says otherwise (business rule 16). */
export const DEFAULT_COMMISSION_PERCENT = 5

/** The rows that an order group keeps of its orders: shares of the money and frozen facts of every line. */
export function companyOrdersOf(input: {
  cart: CheckoutCart
  parts: Part[]
  orders: OrderDTO[]
  payments: OrderPayment[]
  sellers: Sellers
}): NewCompanyOrder[] {
  const { cart, sellers } = input
  const address = cart.shipping_address ?? cart.billing_address
  return input.parts.map((part, rank) => {
    const order = orderOfPart(input.orders, part.company_id)
    const payment = input.payments.find(({ order_id }) => order_id === order.id)
    const lines = new Map((order.items ?? []).map((line) => [line.metadata?.cart_line_id, line.id]))
    // In hundredths: a line may be worth a part of a so'm, an order never is.
    const shares = shareTotal(part.total, [...part.items.map(({ total }) => total ?? 0), part.shipping_total])
    const seller = Object.values(sellers.variants).find(({ company_id }) => company_id === part.company_id)
    const commission_percent = seller ? (seller.commission_percent ?? DEFAULT_COMMISSION_PERCENT) : 0
    return {
      company_id: part.company_id,
      order_id: order.id,
      rank,
      currency_code: cart.currency_code,
      item_total: part.item_total,
      shipping_total: part.shipping_total,
      discount_total: part.discount_total,
      tax_total: part.tax_total,
      total: part.total,
      shipping_paid: shares[part.items.length],
      commission_percent,
      payment_collection_id: payment?.collection_id ?? null,
      payment_session_id: payment?.session_id ?? null,
      customer_name: [address?.first_name, address?.last_name].filter(Boolean).join(" ") || null,
      customer_phone: address?.phone ?? null,
      lines: part.items.map((item, index) => {
        const facts = sellers.variants[item.variant_id ?? ""]
        return {
          line_item_id: lines.get(item.id)!,
          variant_id: item.variant_id ?? null,
          listing_id: facts?.listing_id ?? null,
          title: item.title,
          quantity: item.quantity,
          unit_price: item.unit_price,
          discount: item.discount_total ?? 0,
          total: shares[index],
          commission_percent,
          cost: facts?.cost ?? null,
          markup_percent: facts?.markup_percent ?? null,
          ikpu: facts?.ikpu ?? null,
          package_code: facts?.package_code ?? null,
          vat_percent: facts?.vat_percent ?? (facts?.is_vat_payer ? 12 : facts ? 0 : null),
        }
      }),
    }
  })
}
