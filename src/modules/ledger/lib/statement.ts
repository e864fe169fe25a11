/** What one ledger transaction moves on a company's accounts, in tiyin as the ledger signs it (debit +). */
export type Movement = {
  ledger_transaction_id: string
  kind: string
  payable: number
  commission: number
  refunds: number
  ad_spend: number
  settlement: number
}

/** A statement's figures, in tiyin: `closing = opening + sales − commission − refunds − ad spend − received − paid out`. */
export type StatementFigures = {
  opening_tiyin: number
  sales_tiyin: number
  /** Net of what refunds gave back. */
  commission_tiyin: number
  refunds_tiyin: number
  ad_spend_tiyin: number
  /** Money of the sales that the company took at its own cash desk. */
  received_tiyin: number
  paid_out_tiyin: number
  closing_tiyin: number
}

/** What a transaction adds to what the company is owed. */
export function owedBy(movement: Movement): number {
  const { payable, commission, refunds, ad_spend, settlement } = movement
  const owed = -(payable + commission + refunds + ad_spend + settlement)
  return owed === 0 ? 0 : owed
}

/** Adds movements up to a statement. */
export function figuresOf(opening_tiyin: number, movements: Movement[]): StatementFigures {
  const sum = (value: (movement: Movement) => number) =>
    movements.reduce((total, movement) => total + value(movement), 0)
  const isPayout = ({ kind }: Movement) => kind === "payout"
  return {
    opening_tiyin,
    sales_tiyin: 0 - sum(({ payable }) => payable),
    commission_tiyin: sum(({ commission }) => commission),
    refunds_tiyin: sum(({ refunds }) => refunds),
    ad_spend_tiyin: sum(({ ad_spend }) => ad_spend),
    received_tiyin: sum((movement) => (isPayout(movement) ? 0 : movement.settlement)),
    paid_out_tiyin: sum((movement) => (isPayout(movement) ? movement.settlement : 0)),
    closing_tiyin: opening_tiyin + sum(owedBy),
  }
}

/**
 * What a statement pays: its balance, less what earlier statements pay that have not been marked as paid yet (their
 * transfer may be on its way). Below the minimum nothing, and the balance is carried.
 */
export function payoutOf(closingTiyin: number, unpaidTiyin: number, minimumTiyin: number) {
  const free = closingTiyin - unpaidTiyin
  return free > 0 && free >= minimumTiyin
    ? { status: "closed" as const, payout_tiyin: free }
    : { status: "carried" as const, payout_tiyin: 0 }
}
