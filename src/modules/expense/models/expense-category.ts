import { model } from "@medusajs/framework/utils"

/**
 * A category of a company's own. The standard ones (business rule 15) are constants of `lib/categories.ts`, the same for
 * everybody; a category is archived rather than deleted, because expenses go on naming it.
 */
export const ExpenseCategory = model
  .define(
    { name: "expense_category", tableName: "expense_category" },
    {
      id: model.id({ prefix: "ecat" }).primaryKey(),
      company_id: model.text(),
      name: model.text(),
      /** Buying stock: cash out, and no expense of the period (business rule 15). */
      is_purchase: model.boolean().default(false),
      archived_at: model.dateTime().nullable(),
    }
  )
  .indexes([{ on: ["company_id"] }])
