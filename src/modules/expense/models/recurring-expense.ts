import { model } from "@medusajs/framework/utils"

/** An expense that comes back each week, month or year. Reports spread it over the days of each period (business rule 14). */
export const RecurringExpense = model
  .define(
    { name: "recurring_expense", tableName: "recurring_expense" },
    {
      id: model.id({ prefix: "rexp" }).primaryKey(),
      company_id: model.text(),
      category_id: model.text(),
      /** So'm of one whole period, above 0. */
      amount: model.bigNumber(),
      period: model.enum(["week", "month", "year"]),
      /** First and last day of Tashkent, both included; without an end it goes on. */
      starts_on: model.text(),
      ends_on: model.text().nullable(),
      note: model.text().nullable(),
      payee: model.text().nullable(),
      payment_method: model.enum(["cash", "card", "transfer", "other"]).default("transfer"),
      /** As an expense's: what is above its author's limit waits for somebody else. */
      status: model.enum(["submitted", "approved", "rejected"]),
      created_by: model.text().nullable(),
      author_name: model.text().nullable(),
      decided_by: model.text().nullable(),
      decided_at: model.dateTime().nullable(),
      reject_reason: model.text().nullable(),
      source: model.enum(["manual", "legacy"]).default("manual"),
    }
  )
  .indexes([{ on: ["company_id", "starts_on"] }])
