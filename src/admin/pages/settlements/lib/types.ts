export type Settlement = {
  id: string
  period_from: string
  period_to: string
  status: "closed" | "carried" | "paid"
  opening_tiyin: number
  sales_tiyin: number
  commission_tiyin: number
  refunds_tiyin: number
  ad_spend_tiyin: number
  received_tiyin: number
  paid_out_tiyin: number
  closing_tiyin: number
  payout_tiyin: number
  paid_at: string | null
  proof: string | null
  company: {
    name: string
    legal_name: string | null
    bank_account: string | null
    bank_mfo: string | null
  }
}

export type SettlementLine = {
  ledger_transaction_id: string
  kind: "sale" | "commission" | "refund" | "payout" | "ad_spend"
  memo: string | null
  occurred_at: string
  amount_tiyin: number
}

/**
 * The sum of a statement as it is added up, first to last: figures that lessen what is owed carry their sign, so that
 * whoever adds the column arrives at the closing.
 */
export function sumOf(statement: Settlement) {
  return [
    { key: "opening", tiyin: statement.opening_tiyin },
    { key: "sales", tiyin: statement.sales_tiyin },
    { key: "commission", tiyin: -statement.commission_tiyin },
    { key: "refunds", tiyin: -statement.refunds_tiyin },
    { key: "adSpend", tiyin: -statement.ad_spend_tiyin },
    { key: "received", tiyin: -statement.received_tiyin },
    { key: "paidOut", tiyin: -statement.paid_out_tiyin },
  ] as const
}
