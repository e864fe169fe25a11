import { model } from "@medusajs/framework/utils"

/** That somebody finds a review improper: one row per customer and review, for good. */
export const ReviewReport = model
  .define(
    { name: "review_report", tableName: "review_report" },
    {
      id: model.id({ prefix: "rrep" }).primaryKey(),
      review_id: model.text(),
      customer_id: model.text(),
      reason: model.enum(["spam", "offensive", "false", "private", "other"]),
      note: model.text().nullable(),
      /** When the operator decided about the review; null while it counts. */
      handled_at: model.dateTime().nullable(),
    }
  )
  .indexes([{ on: ["review_id", "customer_id"], unique: true }, { on: ["customer_id"] }])
