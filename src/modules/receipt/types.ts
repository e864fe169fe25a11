export type ReceiptKind = "sale" | "refund"

/** Who sells, as it was at the moment of issue. */
export type Seller = {
  name: string
  legal_name: string | null
  tax_id_type: "stir" | "pinfl" | null
  tax_id: string | null
  address: string | null
  phone: string | null
  is_vat_payer: boolean
}

/** The market as the seller's commission agent; null on receipts of the market's own goods. */
export type Agent = { name: string; tax_id: string | null; address: string | null }

export type Buyer = { name: string | null; phone: string | null; email: string | null }

/** A line in tiyin: `unit_price × quantity − discount = total`, VAT inside. */
export type ReceiptLineFacts = {
  title: string
  /** Decimal text; null in a refund by amount, which is of no number of pieces. */
  quantity: string | null
  unit_price_tiyin: number
  discount_tiyin: number
  total_tiyin: number
  vat_percent: number
  vat_tiyin: number
  ikpu: string | null
  package_code: string | null
  /** STIR or PINFL of the company for which the market sells (commission trade). */
  principal_tax_id: string | null
  is_delivery: boolean
}

/** Everything about a receipt but its number. */
export type ReceiptDraft = {
  kind: ReceiptKind
  company_id: string
  company_order_id: string
  order_id: string
  order_group_id: string
  short_code: string
  refund_id: string | null
  /** Number of the sale's receipt, on a refund's. */
  sale_number_text: string | null
  /** The gateway transaction that paid; null for money that no gateway saw. */
  transaction_id: string | null
  provider_id: string | null
  currency_code: string
  locale: string | null
  reason: string | null
  buyer: Buyer
  seller: Seller
  market: Agent | null
  lines: ReceiptLineFacts[]
  fiscal: { status: "waiting" | "not_needed"; by: "transaction" | "receipt" }
}

export type ReceiptTotals = { total_tiyin: number; discount_tiyin: number; vat_tiyin: number }

export type IssuedReceipt = {
  id: string
  number_text: string
  company_id: string
  order_id: string
  kind: ReceiptKind
  is_new: boolean
}

export type FiscalStatus = "waiting" | "sent" | "confirmed" | "not_needed" | "failed"

export type FiscalSubmissionView = {
  id: string
  kind: ReceiptKind
  transaction_id: string | null
  receipt_id: string | null
  provider_id: string | null
  status: FiscalStatus
  attempts: number
}

/** What an attempt to fiscalise came to. */
export type FiscalOutcome =
  | { kind: "confirmed"; data: Record<string, unknown> }
  | { kind: "sent"; data: Record<string, unknown> }
  | { kind: "waiting"; reason: string }
  | { kind: "failed"; reason: string }
