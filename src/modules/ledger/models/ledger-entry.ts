import { model } from "@medusajs/framework/utils"

/**
 * One side of a transaction: `amount_tiyin` (SQL only; debit +, credit −, never 0) on an account. The entries of a
 * transaction add up to zero, which a constraint trigger checks at its commit.
 */
export const LedgerEntry = model
  .define(
    { name: "ledger_entry", tableName: "ledger_entry" },
    {
      id: model.id({ prefix: "lent" }).primaryKey(),
      transaction_id: model.text(),
      account_id: model.text(),
      /** The account's company, repeated for the index of a company's running balance. */
      company_id: model.text().nullable(),
      currency_code: model.text(),
    }
  )
  .indexes([{ on: ["transaction_id"], where: null as never }])
