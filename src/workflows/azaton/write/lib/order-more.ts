import { CASH_PROVIDER } from "../../../../lib/payment-providers"
import { Row } from "../types"
import { companyTables } from "./company-order-rows"
import { drawId } from "./ids"
import { Drawn } from "./order-rows"
import { amounts } from "./rows"

/**
 * An order's payment: captured by the provider of money that is taken by hand, waiting, or cancelled (description 5.7). One
 * that costs nothing has none.
 */
export function moneyTables(order: Drawn): Record<string, Row[]> {
  const { plan, total, paid_at, order_id } = order
  if (Number(total) === 0) {
    return companyTables(order, { collection_id: null, session_id: null })
  }
  const [collection_id, session_id, payment_id, capture_id] = ["pay_col", "payses", "pay", "capt"].map(drawId)
  const isPaid = paid_at !== null
  const dated = { created_at: plan.placed_at, updated_at: paid_at ?? plan.placed_at }
  const taken = isPaid ? total : null
  const waiting = plan.status === "canceled" ? "canceled" : "not_paid"
  const collection = {
    id: collection_id,
    currency_code: "uzs",
    ...amounts({ amount: total, authorized_amount: taken, captured_amount: taken }),
    status: isPaid ? "completed" : waiting,
    completed_at: paid_at,
    ...dated,
  }
  const paid = { currency_code: "uzs", ...amounts({ amount: total }), provider_id: CASH_PROVIDER }
  const data = { session_id, transaction: `legacy:${order_id}` }
  return {
    payment_collection: [collection],
    payment_session: isPaid
      ? [
          {
            id: session_id,
            ...paid,
            data,
            status: "authorized",
            authorized_at: paid_at,
            payment_collection_id: collection_id,
            ...dated,
          },
        ]
      : [],
    payment: isPaid
      ? [
          {
            id: payment_id,
            ...paid,
            data,
            payment_collection_id: collection_id,
            payment_session_id: session_id,
            captured_at: paid_at,
            ...dated,
          },
        ]
      : [],
    capture: isPaid ? [{ id: capture_id, ...amounts({ amount: total }), payment_id, ...dated }] : [],
    order_transaction: isPaid
      ? [
          {
            id: drawId("ordtrx"),
            order_id,
            version: 1,
            ...amounts({ amount: total }),
            currency_code: "uzs",
            reference: "capture",
            reference_id: capture_id,
            ...dated,
          },
        ]
      : [],
    order_payment_collection: [{ id: drawId("ordpay"), order_id, payment_collection_id: collection_id }],
    ...companyTables(order, { collection_id, session_id: isPaid ? session_id : null }),
  }
}

/** Goods that the buyer has: one fulfilment, delivered when the money was there. */
export function handOverTables({
  plan,
  paid_at,
  order_id,
  location_id,
  lines,
}: Drawn): Record<string, Row[]> {
  if (!plan.is_delivered) {
    return { fulfillment: [], order_fulfillment: [], fulfillment_item: [] }
  }
  const at = paid_at ?? plan.placed_at
  const fulfillment_id = drawId("ful")
  return {
    fulfillment: [
      {
        id: fulfillment_id,
        location_id,
        packed_at: at,
        delivered_at: at,
        data: {},
        requires_shipping: plan.channel === "web",
        provider_id: "manual_manual",
        created_at: at,
        updated_at: at,
      },
    ],
    order_fulfillment: [{ id: drawId("ordful"), order_id, fulfillment_id }],
    fulfillment_item: lines.map(({ id, plan: line, goods }) => ({
      id: drawId("fulit"),
      title: goods?.variant_title ?? line.title,
      sku: "",
      barcode: "",
      ...amounts({ quantity: line.quantity }),
      line_item_id: id,
      inventory_item_id: goods?.inventory_item_id ?? null,
      fulfillment_id,
      created_at: at,
      updated_at: at,
    })),
  }
}
