/** Events of the ledger room. */
export const SettlementEvents = {
  /** `{ id, company_id }`: a period of a company has become a statement. */
  CLOSED: "settlement.closed",
  /** `{ id, company_id }`: a statement's money has been sent to the company, with proof. */
  PAID: "settlement.paid",
} as const
