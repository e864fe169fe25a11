/** Something that happened to money and has to be in the ledger once. */
export type LedgerEvent =
  /** `id` of the company order that has been paid. */
  | { kind: "sale"; id: string }
  /** `id` of the company refund that has succeeded. */
  | { kind: "refund"; id: string }
  /** `id` of the charge for ads. */
  | { kind: "ad_spend"; id: string }
  /** `id` of the settlement whose money has been sent. */
  | { kind: "payout"; id: string; proof: string; paid_by: string | null; paid_at: Date }
