import { OrderStatus } from "../../../modules/order-group/lib/order-states"
import { paymentName } from "../../../lib/payment-providers"

/** A company's order as its lists and its page read it; money is decimal text. */
export type OrderRow = {
  id: string
  company_order_id: string
  display_id: number
  short_code: string
  status: OrderStatus
  channel: "web" | "pos"
  currency_code: string
  email: string | null
  customer_name: string | null
  customer_phone: string | null
  item_total: string
  shipping_total: string
  discount_total: string
  tax_total: string
  total: string
  refunded_total: string
  paid_total: string
  commission_percent: string
  created_at: Date
  paid_at: Date | null
  shipped_at: Date | null
  delivered_at: Date | null
  paid_provider_id: string | null
  payment_provider_id: string | null
  expires_at: Date | null
  profit?: string
}

/** What of an order's money and lines its company earned (business rule 3): Σ (price − cost) × quantity − discounts. */
const PROFIT = `(select coalesce(sum((x.unit_price - coalesce(x.cost, x.unit_price)) * x.quantity - x.discount), 0)
    from company_order_line x where x.company_order_id = c.id and x.deleted_at is null) as profit`

/** The columns of `OrderRow`, of company_order c, order_group g and "order" o. */
export const orderColumns = (showsProfit: boolean) => `
  c.order_id as id, c.id as company_order_id, o.display_id, c.short_code, c.status, c.channel, c.currency_code, o.email,
  c.customer_name, c.customer_phone, c.item_total, c.shipping_total, c.discount_total, c.tax_total, c.total,
  c.refunded_total, c.commission_percent, c.created_at, c.paid_at, c.shipped_at, c.delivered_at, c.paid_provider_id,
  g.provider_id as payment_provider_id, g.expires_at,
  (select coalesce(sum(t.amount), 0) from order_transaction t where t.order_id = o.id and t.deleted_at is null) as paid_total
  ${showsProfit ? `, ${PROFIT}` : ""}`

/** A row of an order as the API answers it. */
export function presentOrder({ company_order_id: _, profit, ...row }: OrderRow) {
  return {
    ...row,
    payment: paymentName(row.paid_provider_id ?? row.payment_provider_id),
    item_total: Number(row.item_total),
    shipping_total: Number(row.shipping_total),
    discount_total: Number(row.discount_total),
    tax_total: Number(row.tax_total),
    total: Number(row.total),
    refunded_total: Number(row.refunded_total),
    paid_total: Number(row.paid_total),
    commission_percent: Number(row.commission_percent),
    ...(profit === undefined ? {} : { profit: Number(profit) }),
  }
}
