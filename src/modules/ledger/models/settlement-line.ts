import { model } from "@medusajs/framework/utils"

/** A ledger transaction that a statement counts; `amount_tiyin` (SQL only) is what it adds to what the company is owed. */
export const SettlementLine = model
  .define(
    { name: "settlement_line", tableName: "settlement_line" },
    {
      id: model.id({ prefix: "sline" }).primaryKey(),
      settlement_id: model.text(),
      company_id: model.text(),
      ledger_transaction_id: model.text(),
    }
  )
  .indexes([
    // The guard of "nothing is counted in two statements".
    { on: ["company_id", "ledger_transaction_id"], unique: true, where: null as never },
    { on: ["settlement_id"], where: null as never },
  ])
