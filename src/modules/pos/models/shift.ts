import { model } from "@medusajs/framework/utils"

/**
 * One person's time at a cash desk. The bigint columns `opening_cash` and `counted_cash` (whole so'm) live in the migration
 * only. What came in and went out meanwhile is never kept here: it is the sum of the shift's sales, returns and movements.
 */
export const PosShift = model
  .define(
    { name: "pos_shift", tableName: "pos_shift" },
    {
      id: model.id({ prefix: "shift" }).primaryKey(),
      company_id: model.text(),
      member_id: model.text(),
      /** As the person was called when the shift was opened. */
      member_name: model.text(),
      register: model.text().nullable(),
      status: model.enum(["open", "closed"]).default("open"),
      opened_at: model.dateTime(),
      closed_at: model.dateTime().nullable(),
      closed_by: model.text().nullable(),
      note: model.text().nullable(),
    }
  )
  .indexes([
    { on: ["member_id"], unique: true, where: "status = 'open' and deleted_at is null" },
    { on: ["company_id", "opened_at"] },
  ])
