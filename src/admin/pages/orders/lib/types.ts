import type { OrderAction, OrderStatus } from "../../../../modules/order-group/lib/order-states"

export type { OrderAction, OrderStatus }
export const STATUSES = ["pending", "paid", "shipped", "delivered", "returned", "cancelled"] as const

type Text = { uz: string; ru: string; en: string }

/** A row of `GET /merchant/orders`. */
export type OrderRow = {
  id: string
  short_code: string
  status: OrderStatus
  channel: "web" | "pos"
  customer_name: string | null
  customer_phone: string | null
  total: number
  refunded_total: number
  created_at: string
  payment: { kind: string; name: Text }
  profit?: number
}

export type OrderItem = {
  id: string
  title: string
  thumbnail: string | null
  listing_id: string | null
  quantity: number
  unit_price: number
  discount: number
  total: number
  sent_quantity: number
  refunded_quantity: number
  left_to_send: number
  cost?: number | null
  profit?: number
}

export type RefundStatus = "processing" | "due" | "succeeded" | "failed"
export type Refund = {
  id: string
  status: RefundStatus
  amount: number
  shipping_amount: number
  reason: string
  restock: boolean
  created_at: string
  instructions: Text | null
}

export type HistoryKind =
  "created" | "paid" | "refund_started" | "refunded" | "shipped" | "delivered" | "cancelled"
export type HistoryEvent = {
  kind: HistoryKind
  at: string
  by: { id: string; name: string | null; is_market: boolean } | null
  amount?: number
  reason?: string | null
}

/** What `GET /merchant/orders/:id` answers. */
export type Order = OrderRow & {
  /** Brought over from an older system. */
  is_legacy: boolean
  item_total: number
  shipping_total: number
  discount_total: number
  paid_total: number
  paid_at: string | null
  expires_at: string | null
  delivery: { name: string; price: number } | null
  shipping_address: Record<string, string | null> | null
  items: OrderItem[]
  refunds: Refund[]
  receipts: Array<{ id: string; kind: "sale" | "refund"; number: string; issued_at: string }>
  history: HistoryEvent[]
  actions: OrderAction[]
}
