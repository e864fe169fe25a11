/** What the journal is asked for. Days are those of Tashkent, both ends included. */
export type SalesFilter = {
  company_id: string
  from?: string
  to?: string
  channel?: "web" | "pos"
  kind?: "sale" | "refund"
  /** `pos_cash`, `pos_card`, or a provider as Medusa names it (`pp_payme_payme`). */
  payment?: string
  /** A member of the company. */
  cashier_id?: string
  listing_id?: string
  /** Of Medusa, or of the listing (`lvar_…`). */
  variant_id?: string
  /** Short code, telephone, receipt number, barcode, or a part of the goods' name. */
  q?: string
}

/** What a search and named goods were found to mean: ids of company orders, refunds and variants as order lines name them. */
export type Found = {
  order_ids: string[]
  refund_ids: string[]
  /** Goods that the search means. */
  variant_ids: string[]
  /** The goods that were named by their id. */
  named_ids: string[]
}

/** An entry of the journal as the database gives it; money is decimal text, of a refund negative. */
export type JournalRow = {
  id: string
  kind: "sale" | "refund"
  at: Date
  /** `at` in microseconds since 1970: a `Date` would lose the last three digits. */
  micros: string
  channel: "web" | "pos"
  currency_code: string
  order_id: string
  short_code: string
  receipt_number: string | null
  customer_name: string | null
  customer_phone: string | null
  cashier_id: string | null
  cashier_name: string | null
  payments: Array<{ method: string; amount: number }>
  lines: Array<{ title: string; quantity: number | null; total: number }>
  delivery: string
  total: string
  profit?: string
}
