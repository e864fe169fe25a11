import { model } from "@medusajs/framework/utils"

/** Cash put into the drawer or taken out of it by hand; `amount` (bigint, whole so'm, never 0) lives in the migration only. */
export const PosCashMovement = model
  .define(
    { name: "pos_cash_movement", tableName: "pos_cash_movement" },
    {
      id: model.id({ prefix: "cmov" }).primaryKey(),
      company_id: model.text(),
      shift_id: model.text(),
      /** `dropped_sale`: the cash of a sale that was dropped, which is in the drawer all the same. */
      kind: model.enum(["manual", "dropped_sale"]).default("manual"),
      note: model.text(),
      client_id: model.text().nullable(),
      sale_id: model.text().nullable(),
      created_by: model.text().nullable(),
    }
  )
  .indexes([
    { on: ["company_id", "client_id"], unique: true, where: "client_id is not null and deleted_at is null" },
    { on: ["shift_id"] },
    { on: ["sale_id"], unique: true, where: "sale_id is not null and deleted_at is null" },
  ])
