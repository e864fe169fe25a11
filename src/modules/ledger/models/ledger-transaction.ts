import { model } from "@medusajs/framework/utils"

/**
 * Something that happened to money, once: `reference` names the event. Never changed and never deleted, which triggers
 * see to; a mistake is put right by a further transaction. `sequence` (SQL only) is the order of posting.
 */
export const LedgerTransaction = model
  .define(
    { name: "ledger_transaction", tableName: "ledger_transaction" },
    {
      id: model.id({ prefix: "ltxn" }).primaryKey(),
      reference: model.text(),
      kind: model.enum(["sale", "commission", "refund", "payout", "ad_spend"]),
      /** What it is about: the company order of a sale, its commission and refunds; the statement of a payout. */
      subject_id: model.text(),
      /** The n-th of its kind about its subject: two refunds that reckon with the same past can't both be posted. */
      rank: model.number().default(0),
      company_id: model.text(),
      currency_code: model.text(),
      occurred_at: model.dateTime(),
      memo: model.text().nullable(),
    }
  )
  .indexes([
    { on: ["reference"], unique: true, where: null as never },
    { on: ["subject_id", "kind", "rank"], unique: true, where: null as never },
    { on: ["company_id", "occurred_at"], where: null as never },
  ])
