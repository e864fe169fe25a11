import { model } from "@medusajs/framework/utils"

/**
 * A company's day whose facts are older than its source. Triggers write marks in the transaction that changes the source;
 * they are only ever added and deleted, never shared, so that none is lost between a rebuild and a change.
 */
export const FinanceMark = model
  .define(
    { name: "finance_mark", tableName: "finance_mark" },
    {
      id: model.id({ prefix: "fmark" }).primaryKey(),
      company_id: model.text(),
      /** Day of Tashkent, `2026-11-21`. */
      day: model.text(),
    }
  )
  .indexes([{ on: ["company_id", "day"] }])
