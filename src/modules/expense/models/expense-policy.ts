import { model } from "@medusajs/framework/utils"

/** Whether a company approves expenses, and up to what amount each role decides by itself. One row per company. */
export const ExpensePolicy = model
  .define(
    { name: "expense_policy", tableName: "expense_policy" },
    {
      id: model.id({ prefix: "epol" }).primaryKey(),
      company_id: model.text(),
      requires_approval: model.boolean().default(false),
      /** Role (standard name or id of a role of the company's own) → so'm; a role that is not named has no limit of its own: 0. */
      limits: model.json(),
    }
  )
  .indexes([{ on: ["company_id"], unique: true }])
