import { secretToken } from "../../../../lib/ids"
import { CASH_PROVIDER } from "../../../../lib/payment-providers"
import { Row } from "../types"
import { drawId } from "./ids"
import { Drawn, DrawnLine } from "./order-rows"
import { amounts } from "./rows"

/** Our side of an order: its group, itself, and its frozen lines. */
export function companyTables(
  order: Drawn,
  payment: { collection_id: string | null; session_id: string | null }
): Record<string, Row[]> {
  const { plan, total, paid_at } = order
  const dated = { created_at: plan.placed_at }
  const isPos = plan.channel === "pos"
  const group = {
    id: order.group_id,
    // Nobody's cart; the beginning tells the table's trigger where it was sold.
    cart_id: `${isPos ? "pos:" : ""}legacy:${order.group_id}`,
    status: plan.status === "canceled" ? "canceled" : paid_at === null ? "pending" : "paid",
    customer_id: order.customer_id,
    currency_code: "uzs",
    ...amounts({ total }),
    provider_id: CASH_PROVIDER,
    token: secretToken(),
    paid_at,
    ...dated,
  }
  const handed = plan.is_delivered ? (paid_at ?? plan.placed_at) : null
  const company = {
    id: order.company_order_id,
    group_id: order.group_id,
    company_id: order.company_id,
    order_id: order.order_id,
    short_code: plan.code,
    rank: 0,
    currency_code: "uzs",
    ...amounts({ item_total: total, shipping_total: 0, discount_total: 0, tax_total: 0, total }),
    ...amounts({ commission_percent: 0 }),
    payment_collection_id: payment.collection_id,
    payment_session_id: payment.session_id,
    customer_name: plan.customer_name,
    customer_phone: plan.customer_phone,
    is_legacy: true,
    legacy_code: plan.legacy_code,
    channel: plan.channel,
    paid_at,
    paid_provider_id: paid_at === null ? null : CASH_PROVIDER,
    shipped_at: handed,
    delivered_at: handed,
    // Nobody is told of what happened long ago.
    shipped_told_at: handed,
    delivered_told_at: handed,
    order_canceled_at: plan.status === "canceled" ? plan.placed_at : null,
    ...dated,
  }
  return {
    order_group: [group],
    company_order: [company],
    company_order_line: order.lines.map(frozenLine(order)),
  }
}

const frozenLine =
  (order: Drawn) =>
  ({ id, plan, goods, total }: DrawnLine): Row => ({
    id: drawId("cline"),
    company_order_id: order.company_order_id,
    line_item_id: id,
    variant_id: goods?.variant_id ?? null,
    listing_id: goods?.listing_id ?? null,
    title: plan.title,
    ...amounts({
      quantity: plan.quantity,
      unit_price: plan.unit_price,
      discount: 0,
      total,
      commission_percent: 0,
      cost: plan.cost,
      markup_percent: plan.markup_percent,
    }),
    created_at: order.plan.placed_at,
  })
