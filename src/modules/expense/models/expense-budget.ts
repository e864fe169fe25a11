import { model } from "@medusajs/framework/utils"

/** What a company means to spend on a category in a month, and when it was told that 80 and 100 per cent were reached. */
export const ExpenseBudget = model
  .define(
    { name: "expense_budget", tableName: "expense_budget" },
    {
      id: model.id({ prefix: "ebud" }).primaryKey(),
      company_id: model.text(),
      category_id: model.text(),
      /** `2026-11`. */
      month: model.text(),
      amount: model.bigNumber(),
      warned_80_at: model.dateTime().nullable(),
      warned_100_at: model.dateTime().nullable(),
    }
  )
  .indexes([{ on: ["company_id", "month", "category_id"], unique: true }])
