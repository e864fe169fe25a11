import { model } from "@medusajs/framework/utils"

/**
 * A sale at a cash desk. The row is written first, in state `placing`: it is the claim on the client's id, and what a crash
 * is finished or taken back by. Bigint columns in whole so'm that live in the migration only: `discount`, `total`,
 * `cash_amount`, `card_amount`, `tendered`.
 */
export const PosSale = model
  .define(
    { name: "pos_sale", tableName: "pos_sale" },
    {
      id: model.id({ prefix: "psale" }).primaryKey(),
      company_id: model.text(),
      shift_id: model.text(),
      member_id: model.text(),
      /** The client's own id: the same sale sent again is the same sale. */
      client_id: model.text(),
      /** What was asked, as a hash: the same id with another content is refused. */
      fingerprint: model.text(),
      /** `review`: the money was taken offline, and a person has to settle what does not fit. */
      status: model.enum(["placing", "done", "review", "dropped"]).default("placing"),
      is_offline: model.boolean().default(false),
      sold_at: model.dateTime(),
      customer_phone: model.text().nullable(),
      note: model.text().nullable(),
      /** [{ kind, variant_id, title, … }]: why it went to review. */
      problems: model.json(),
      /** Medusa's order and our group of it: drawn with the claim, there once the sale is done. */
      order_id: model.text(),
      group_id: model.text(),
      created_by: model.text().nullable(),
      settle_action: model.enum(["force", "drop"]).nullable(),
      settle_note: model.text().nullable(),
      settled_by: model.text().nullable(),
      settled_at: model.dateTime().nullable(),
    }
  )
  .indexes([
    { on: ["company_id", "client_id"], unique: true, where: null as never },
    { on: ["order_id"], unique: true },
    { on: ["company_id", "sold_at"] },
    { on: ["company_id", "member_id"] },
    { on: ["shift_id"] },
    { on: ["status", "updated_at"], where: "status = 'placing' and deleted_at is null" },
  ])
