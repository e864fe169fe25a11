import { model } from "@medusajs/framework/utils"

/**
 * A place where money stands, in one currency. It holds no balance: that is the sum of its entries, asked of an index.
 */
export const LedgerAccount = model
  .define(
    { name: "ledger_account", tableName: "ledger_account" },
    {
      id: model.id({ prefix: "lacc" }).primaryKey(),
      /** Readable and unique: `company:<id>:payable`, `market:bank`, `provider:pp_payme_payme`. */
      code: model.text(),
      /** Null for the market's own accounts and the providers'. */
      company_id: model.text().nullable(),
      kind: model.enum([
        "payable",
        "commission",
        "refunds",
        "ad_spend",
        "settlement",
        "commission_income",
        "commission_vat",
        "ad_income",
        "bank",
        "rounding",
        "provider",
      ]),
      currency_code: model.text(),
    }
  )
  .indexes([{ on: ["code"], unique: true, where: null as never }, { on: ["company_id"] }])
