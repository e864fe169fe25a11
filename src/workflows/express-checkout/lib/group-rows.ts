import { SYSTEM_PROVIDER } from "../../../lib/payment-providers"
import { NewCompanyOrder } from "../../../modules/order-group/service"
import { OrderPayment } from "../../checkout/steps/open-payments"
import { adjustmentsOf, CheckoutCart } from "../../checkout/types"
import { CheckoutPlan } from "../../checkout/lib/plan"
import { BuyerFacts } from "../types"
import { DrawnOrder } from "./order-rows"
import { amount, amounts, Batches, newId, Row } from "./rows"

export type Group = {
  id: string
  token: string
  total: string
  provider_id: string | null
  expires_at: Date | null
  is_paid: boolean
}

/** The cart that was never filled: what core, the ads and a repeated call ask a cart for, and no line of it. */
export function cartRow(cart: CheckoutCart, hash: string): Row {
  const { id, region_id, sales_channel_id, email, currency_code, locale } = cart
  return {
    ...{ id, region_id, sales_channel_id, email, currency_code, locale },
    customer_id: cart.customer?.id ?? null,
    metadata: { ...cart.metadata, checkout_hash: hash },
    completed_at: new Date(),
  }
}

export const guestRow = ({ id, email }: BuyerFacts): Row => ({ id, email, has_account: false })

export function groupRow(cart: CheckoutCart, group: Group): Row {
  return {
    id: group.id,
    cart_id: cart.id,
    status: group.is_paid ? "paid" : "pending",
    customer_id: cart.customer?.id ?? null,
    email: cart.email ?? null,
    currency_code: cart.currency_code,
    provider_id: group.provider_id,
    token: group.token,
    expires_at: group.expires_at,
    paid_at: group.is_paid ? new Date() : null,
    ...amount("total", group.total),
  }
}

/** Payments of a provider that is paid after the order exists: asked, and waiting for its proof. */
export function paymentRows(
  plan: CheckoutPlan,
  payments: OrderPayment[],
  providerId: string | null,
  currency_code: string
): Batches {
  const asked = payments.flatMap((payment, index) =>
    payment.collection_id ? [{ ...payment, ...amount("amount", plan.parts[index].total) }] : []
  )
  return [
    [
      "payment_collection",
      asked.map(({ order_id: _, collection_id, session_id: __, ...sum }) => ({
        id: collection_id,
        currency_code,
        status: "awaiting",
        ...sum,
        ...amounts({ authorized_amount: 0, captured_amount: 0, refunded_amount: 0 }),
      })),
    ],
    [
      "payment_session",
      asked.map(({ order_id: _, collection_id, session_id, ...sum }) => ({
        id: session_id,
        payment_collection_id: collection_id,
        provider_id: providerId,
        currency_code,
        data: { session_id },
        status: "pending_authorization",
        ...sum,
      })),
    ],
    [
      "order_payment_collection",
      asked.map(({ order_id, collection_id }) => ({
        id: newId("ordpay"),
        order_id,
        payment_collection_id: collection_id,
      })),
    ],
  ]
}

/** Links as `linksOf` makes them: the cart leads to the first order alone. */
export function linkRows(cart: CheckoutCart, plan: CheckoutPlan, orders: DrawnOrder[]): Batches {
  const promotions = plan.parts.flatMap((part, index) => {
    const used = new Set(
      adjustmentsOf([...part.items, ...part.shipping_methods]).map(({ promotion_id }) => promotion_id)
    )
    return (cart.promotions ?? [])
      .filter(({ id }) => used.has(id))
      .map(({ id }) => ({ id: newId("orderpromo"), order_id: orders[index].id, promotion_id: id }))
  })
  return [
    ["order_cart", [{ id: newId("ordercart"), order_id: orders[0].id, cart_id: cart.id }]],
    ["order_promotion", promotions],
  ]
}

/** What the market keeps of the orders: shares of the money and frozen facts of every line. */
export function companyRows(
  group: Group,
  orders: NewCompanyOrder[],
  codes: Map<string, string>
): {
  batches: Batches
  paid: Array<{ id: string; order_id: string; company_id: string; order_group_id: string }>
} {
  const lines: Row[] = []
  const rows = orders.map((order) => {
    const id = newId("cord")
    lines.push(...order.lines.map((line) => companyLine(id, line)))
    const { item_total, shipping_total, discount_total, tax_total, total, shipping_paid } = order
    return {
      id,
      group_id: group.id,
      company_id: order.company_id,
      order_id: order.order_id,
      rank: order.rank,
      short_code: codes.get(order.company_id),
      currency_code: order.currency_code,
      payment_collection_id: order.payment_collection_id,
      payment_session_id: order.payment_session_id,
      customer_name: order.customer_name,
      customer_phone: order.customer_phone,
      paid_at: group.is_paid ? new Date() : null,
      paid_provider_id: group.is_paid ? (group.provider_id ?? SYSTEM_PROVIDER) : null,
      ...amounts({ item_total, shipping_total, discount_total, tax_total, total, shipping_paid }),
      ...amount("commission_percent", order.commission_percent),
    }
  })
  const paid = rows.map(({ id, order_id, company_id }) => ({
    id,
    order_id,
    company_id,
    order_group_id: group.id,
  }))
  return {
    batches: [
      ["company_order", rows],
      ["company_order_line", lines],
    ],
    paid,
  }
}

function companyLine(company_order_id: string, line: NewCompanyOrder["lines"][number]): Row {
  const { line_item_id, variant_id, listing_id, title, ikpu, package_code, ...numbers } = line
  return {
    id: newId("cline"),
    company_order_id,
    ...{ line_item_id, variant_id, listing_id, title, ikpu, package_code },
    ...amounts(numbers),
  }
}
