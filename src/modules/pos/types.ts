export type PaymentMethod = "cash" | "card"

/** A sale as a cash desk sends it; money in whole so'm. */
export type SaleRequest = {
  client_id: string
  shift_id: string
  /** ISO 8601. */
  sold_at: string
  is_offline: boolean
  lines: Array<{ variant_id: string; quantity: number; unit_price: number; discount?: number }>
  discount?: number
  payments: Array<{ method: PaymentMethod; amount: number }>
  tendered?: number
  customer_phone?: string
  note?: string
}

/** Goods as the cash desk sees them at this moment. */
export type Goods = {
  /** Of the listing's variant. */
  id: string
  variant_id: string
  title: string
  /** Whole so'm. */
  price: number
  /** Null when the goods are not counted. */
  available: number | null
  /** Not archived; hidden goods are sold at the desk. */
  is_live: boolean
}

/** Why a sale is refused, or waits for a person. */
export type Problem = { variant_id: string; title: string } & (
  | { kind: "short"; wanted: number; available: number }
  | { kind: "price"; seen: number; price: number }
  | { kind: "gone" }
  | { kind: "discount" }
)

export type PricedLine = {
  listing_variant_id: string
  variant_id: string
  title: string
  quantity: number
  seen_price: number
  unit_price: number
  discount: number
  total: number
}

/** `Σ lines.total = total`, `Σ lines.discount = discount`; whole so'm. */
export type PricedSale = { lines: PricedLine[]; discount: number; total: number }

/** How a sale was paid: `cash + card = total`. */
export type Paid = { cash: number; card: number; tendered: number | null }

export type SaleStatus = "placing" | "done" | "review" | "dropped"
