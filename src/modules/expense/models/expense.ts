import { model } from "@medusajs/framework/utils"

/** Money that a company spent on one day. Counted in its reports once it is approved, with what was sanctioned. */
export const Expense = model
  .define(
    { name: "expense", tableName: "expense" },
    {
      id: model.id({ prefix: "exp" }).primaryKey(),
      company_id: model.text(),
      /** Day of Tashkent, `2026-11-21`. */
      day: model.text(),
      /** So'm, above 0, two decimals at most: what was claimed. */
      amount: model.bigNumber(),
      /** What was approved; it may differ. Null until then. */
      sanctioned_amount: model.bigNumber().nullable(),
      /** Key of a standard category, or id of one of the company's own. */
      category_id: model.text(),
      note: model.text().nullable(),
      payee: model.text().nullable(),
      payment_method: model.enum(["cash", "card", "transfer", "other"]).default("cash"),
      status: model.enum(["submitted", "approved", "rejected"]),
      /** The user who wrote it down, and how they were called. Null when it was imported from elsewhere. */
      created_by: model.text().nullable(),
      author_name: model.text().nullable(),
      decided_by: model.text().nullable(),
      decided_at: model.dateTime().nullable(),
      reject_reason: model.text().nullable(),
      source: model.enum(["manual", "import", "legacy"]).default("manual"),
      /** The client's own id: the same expense sent twice is one. */
      client_id: model.text().nullable(),
    }
  )
  .indexes([
    { on: ["company_id", "day", "id"] },
    { on: ["company_id", "status", "day"] },
    {
      on: ["company_id", "client_id"],
      unique: true,
      where: "client_id is not null",
    },
  ])
