/** What the cash desk and the server say to each other (`/merchant/pos/*`). Money is whole so'm. */

export type Names = { uz: string; ru?: string | null; en?: string | null }

/** One kind of goods as the snapshot keeps it; never with a cost. */
export type CatalogVariant = {
  id: string
  listing_id: string
  variant_id: string
  name: Names
  title: string | null
  price: number
  barcode: string | null
  shop_code: string | null
  /** null: not counted. */
  available: number | null
  thumbnail: string | null
}

export type Method = "cash" | "card"
export type Payment = { method: Method; amount: number }

export type SaleRequest = {
  client_id: string
  shift_id: string
  sold_at: string
  is_offline: boolean
  lines: Array<{ variant_id: string; quantity: number; unit_price: number; discount?: number }>
  discount?: number
  payments: Payment[]
  tendered?: number
  customer_phone?: string
  note?: string
}

export type Problem = {
  kind: "short" | "price" | "gone" | "discount"
  variant_id: string
  title: string
  wanted?: number
  available?: number
  seen?: number
  price?: number
}

export type SaleStatus = "done" | "review" | "dropped"

export type SaleLine = {
  id: string
  listing_variant_id: string
  title: string
  quantity: number
  unit_price: number
  discount: number
  total: number
  returned_quantity: number
}

export type SaleReturn = {
  id: string
  amount: number
  method: Method
  restock: boolean
  reason: string
  created_at: string
  status: "done" | "placing"
}

/** A sale as the server answers it. */
export type Sale = {
  id: string
  client_id: string
  status: SaleStatus
  shift_id: string
  member_name: string
  order_id: string | null
  short_code: string | null
  sold_at: string
  is_offline: boolean
  lines: SaleLine[]
  discount: number
  total: number
  payments: Payment[]
  tendered: number | null
  change: number
  customer_phone: string | null
  receipt: { id: string; number: string; verify_url: string } | null
  problems: Problem[]
  settled: { action: "force" | "drop"; note: string; at: string } | null
  returns: SaleReturn[]
}

export type SaleResult = {
  client_id: string
  status: SaleStatus | "refused"
  sale?: Sale
  code?: string
  message?: string
  problems?: Problem[]
}

export type Shift = {
  id: string
  member_id: string
  member_name: string
  register: string | null
  status: "open" | "closed"
  opened_at: string
  closed_at: string | null
  opening_cash: number
  counted_cash: number | null
  expected_cash: number
  difference: number | null
  sales_count: number
  sales_total: number
  cash_total: number
  card_total: number
  returns_total: number
  moved_total: number
  note?: string | null
}

export type Movement = {
  id: string
  amount: number
  note: string
  kind: "manual" | "dropped_sale"
  created_at: string
}
