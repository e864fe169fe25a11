import { model } from "@medusajs/framework/utils"

/**
 * Goods brought back to the till. The money and the goods themselves are a `company_refund`; this row says from which
 * drawer it was paid. `amount` (bigint, whole so'm, 0 until it is done) lives in the migration only.
 */
export const PosReturn = model
  .define(
    { name: "pos_return", tableName: "pos_return" },
    {
      id: model.id({ prefix: "pret" }).primaryKey(),
      company_id: model.text(),
      sale_id: model.text(),
      shift_id: model.text(),
      client_id: model.text(),
      fingerprint: model.text(),
      status: model.enum(["placing", "done"]).default("placing"),
      method: model.enum(["cash", "card"]),
      restock: model.boolean(),
      reason: model.text(),
      /** [{ line_id, company_order_line_id, quantity }] */
      lines: model.json(),
      refund_id: model.text().nullable(),
      created_by: model.text().nullable(),
    }
  )
  .indexes([
    { on: ["company_id", "client_id"], unique: true, where: null as never },
    { on: ["sale_id"] },
    { on: ["shift_id"] },
    { on: ["refund_id"], where: "refund_id is not null and deleted_at is null" },
    { on: ["status", "updated_at"], where: "status = 'placing' and deleted_at is null" },
  ])
