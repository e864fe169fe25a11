import { model } from "@medusajs/framework/utils"

/** One period of a recurring expense that is skipped, or has another amount. */
export const RecurringChange = model
  .define(
    { name: "recurring_change", tableName: "recurring_change" },
    {
      id: model.id({ prefix: "rchg" }).primaryKey(),
      company_id: model.text(),
      recurring_id: model.text(),
      /** First day of the calendar period (Monday, the 1st, 1 January), whatever day the expense began on. */
      period_start: model.text(),
      /** So'm of that whole period; null: skipped. */
      amount: model.bigNumber().nullable(),
      note: model.text().nullable(),
    }
  )
  .indexes([{ on: ["recurring_id", "period_start"], unique: true }, { on: ["company_id"] }])
