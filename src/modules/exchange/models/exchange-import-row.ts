import { model } from "@medusajs/framework/utils"

/** One row of an uploaded file: its cells as they came, what would become of it, and whether that has been done. */
export const ExchangeImportRow = model
  .define(
    { name: "exchange_import_row", tableName: "exchange_import_row" },
    {
      id: model.id({ prefix: "imprw" }).primaryKey(),
      import_id: model.text(),
      /** Line of the file, the header's included: what the merchant sees in the sheet. */
      number: model.number(),
      cells: model.json(),
      action: model.enum(["create", "update", "unchanged", "error"]).nullable(),
      /** The first line of those that make one listing together; they are applied together. */
      unit: model.number().nullable(),
      /** `RowError[]` */
      errors: model.json().nullable(),
      listing_id: model.text().nullable(),
      applied_at: model.dateTime().nullable(),
    }
  )
  .indexes([
    { on: ["import_id", "number"], unique: true },
    { on: ["import_id", "action", "number"] },
    {
      on: ["import_id", "unit", "number"],
      where: "applied_at is null and action in ('create', 'update') and deleted_at is null",
    },
  ])
