import type { FiscalStatus } from "../../../../modules/receipt/types"

export type Receipt = {
  id: string
  number: string
  kind: "sale" | "refund"
  issued_at: string
  order_id: string
  short_code: string
  sale_number: string | null
  total: number
  discount_total: number
  vat_total: number
  fiscal_status: FiscalStatus
  fiscal: { qr_code_url: string | null } | null
  verify_url: string
  buyer: { name?: string | null; phone?: string | null } | null
  reason: string | null
}

export type ReceiptWithLines = Receipt & {
  lines: Array<{
    title: string
    quantity: number | null
    unit_price: number
    total: number
    is_delivery: boolean
  }>
}
