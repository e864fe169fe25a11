import { model } from "@medusajs/framework/utils"

/**
 * How the fiscal data of a payment (or of a receipt that no gateway paid) stands: one row per payment and kind, because a
 * provider makes one fiscal receipt for a whole payment, however many companies' receipts it is behind.
 */
export const FiscalSubmission = model
  .define(
    { name: "fiscal_submission", tableName: "fiscal_submission" },
    {
      id: model.id({ prefix: "fsub" }).primaryKey(),
      kind: model.enum(["sale", "refund"]),
      transaction_id: model.text().nullable(),
      receipt_id: model.text().nullable(),
      provider_id: model.text().nullable(),
      status: model.enum(["waiting", "sent", "confirmed", "not_needed", "failed"]),
      attempts: model.number().default(0),
      next_attempt_at: model.dateTime().nullable(),
      last_error: model.text().nullable(),
      data: model.json().nullable(),
    }
  )
  .indexes([
    {
      on: ["transaction_id", "kind"],
      unique: true,
      where: "transaction_id is not null and deleted_at is null",
    },
    { on: ["receipt_id"], unique: true, where: "receipt_id is not null and deleted_at is null" },
    { on: ["status", "next_attempt_at"] },
  ])
