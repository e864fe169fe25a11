/** What the routes of the journal answer. Amounts in so'm, of a refund below zero. */
export type Sale = {
  id: string
  kind: "sale" | "refund"
  at: string
  channel: "web" | "pos"
  order_id: string
  short_code: string
  receipt_number: string | null
  customer_name: string | null
  customer_phone: string | null
  cashier: { id: string; name: string | null } | null
  payments: Array<{ method: string; amount: number }>
  lines: Array<{ title: string; quantity: number | null; total: number }>
  quantity: number
  total: number
  profit?: number
}

export type Totals = { sales: number; refunds: number; net: number; count: number; profit?: number }
export type SalesPage = { sales: Sale[]; next: string | null; limit: number; totals?: Totals }
