import { Problem } from "../../../modules/pos/types"
import { verifyUrl } from "../../receipt/queries/present"

export type SaleRow = {
  id: string
  client_id: string
  status: string
  is_offline: boolean
  shift_id: string
  member_id: string
  member_name: string
  register: string | null
  sold_at: Date
  discount: number
  total: number
  cash_amount: number
  card_amount: number
  tendered: number | null
  customer_phone: string | null
  note: string | null
  problems: Problem[]
  settle_action: "force" | "drop" | null
  settle_note: string | null
  settled_at: Date | null
  order_id: string | null
  short_code: string | null
  refunded_total: number | null
  receipt_id: string | null
  number_text: string | null
  token: string | null
  lines: object[]
  returns: Array<{ lines: Array<{ line_id: string; quantity: number; amount?: number }> }>
}

/** A sale as the API answers it; whole so'm. */
export function presentSale(row: SaleRow, baseUrl: string) {
  const { cash_amount, card_amount, settle_action, settle_note, settled_at, ...rest } = row
  const { receipt_id, number_text, token, refunded_total, returns, ...sale } = rest
  return {
    ...sale,
    currency_code: "uzs",
    refunded_total: refunded_total ?? 0,
    payments: [
      { method: "cash", amount: cash_amount },
      { method: "card", amount: card_amount },
    ].filter(({ amount }) => amount > 0),
    change: row.tendered === null ? 0 : row.tendered - cash_amount,
    receipt: receipt_id
      ? { id: receipt_id, number: number_text, verify_url: verifyUrl(baseUrl, token!) }
      : null,
    settled: settle_action && { action: settle_action, note: settle_note, at: settled_at },
    returns: returns.map((entry) => ({
      ...entry,
      lines: entry.lines.map(({ line_id, quantity }) => ({ line_id, quantity })),
    })),
  }
}
