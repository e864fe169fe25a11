/** What becomes of each kind of row, normalised. */

/** Ids of the old database, as text. Money is decimal text of so'm, exactly as it stood. Times are ISO 8601. */
export type CompanyPlan = {
  name: string
  /** E.164, or null where the old text was no telephone. */
  phone: string | null
  is_private: boolean
  /** 5–12 of A–Z and 0–9; null: none. A private company without one gets one made by the writer. */
  code: string | null
  owner: { first_name: string | null; last_name: string | null }
  /** False when an older company has the owner's telephone already. */
  invites_owner: boolean
  needs_review: boolean
  created_at: string | null
}

export type CategoryPlan = { key: string; name: string }

export type ProductPlan = {
  company: string
  title: string
  handle: string
  /** Null: a draft without a price. */
  cost: string | null
  markup_percent: string
  barcode: string | null
  shop_code: string | null
  /** `CategoryPlan.key`. */
  category: string | null
  stock: number
  is_visible: boolean
  is_draft: boolean
  has_colors: boolean
  images: string[]
  metadata: Record<string, unknown>
  created_at: string | null
}

export type CustomerPlan = {
  phone: string
  first_name: string | null
  last_name: string | null
  /** Private companies that it may enter. */
  companies: string[]
  created_at: string | null
}

export type OrderLinePlan = {
  /** Null: goods that the source no longer has. */
  product: string | null
  title: string
  quantity: number
  /** Paid per piece. */
  unit_price: string
  cost: string | null
  markup_percent: string | null
  color: string | null
}

export type OrderPlan = {
  company: string
  channel: "web" | "pos"
  customer: string | null
  customer_name: string | null
  customer_phone: string | null
  /** Unique within the company, ignoring case. */
  code: string
  /** As it stood in the source, and of the whole when it was split. */
  legacy_code: string
  parent_code: string | null
  placed_at: string
  /** Null: the money was not taken. */
  paid_at: string | null
  status: "pending" | "completed" | "canceled"
  is_accepted: boolean
  is_delivered: boolean
  needs_review: boolean
  lines: OrderLinePlan[]
  metadata: Record<string, unknown>
}

/** A sale over the counter; one that copies an order is planned as null with `sale_is_order` and `merged_into` of `orders`. */
export type SalePlan = OrderPlan

export type ReceiptPlan = {
  /** Null: an orphan. `legacy_id` and `part` of the order. */
  order: { legacy_id: string; part: string } | null
  company: string | null
  phone: string
  number: string | null
  total: string
  lines: Array<{ title: string; quantity: number; unit_price: string }>
  issued_at: string
}

export type ExpensePlan =
  | {
      kind: "dated"
      company: string
      category: string
      name: string | null
      amount: string
      day: string
      note: string | null
    }
  | {
      kind: "monthly"
      company: string
      category: string
      amount: string
      starts_on: string
      note: string | null
    }

export type CartPlan = {
  customer: string
  lines: Array<{ product: string; quantity: number }>
  updated_at: string | null
}

export type LikePlan = { customer: string; product: string }

export type AdPlan = {
  company: string
  title: string
  body: string
  image_url: string | null
  link_url: string | null
  status: "pending" | "approved" | "rejected" | "paused"
  reject_reason: string | null
  starts_at: string | null
  ends_at: string | null
}

export type RatingPlan = { company: string; customer: string; rating: number; created_at: string | null }

export type Plans = {
  companies: CompanyPlan
  categories: CategoryPlan
  products: ProductPlan
  customers: CustomerPlan
  orders: OrderPlan
  sales: SalePlan
  receipts: ReceiptPlan
  expenses: ExpensePlan
  likes: LikePlan
  carts: CartPlan
  ads: AdPlan
  ratings: RatingPlan
}
