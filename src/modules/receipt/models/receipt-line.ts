import { model } from "@medusajs/framework/utils"

/**
 * A frozen line. Columns that live in the migration only (SQL only): `unit_price_tiyin`, `discount_tiyin`, `total_tiyin`,
 * `vat_tiyin` (bigint), `quantity` and `vat_percent` (numeric).
 */
export const ReceiptLine = model
  .define(
    { name: "receipt_line", tableName: "receipt_line" },
    {
      id: model.id({ prefix: "rline" }).primaryKey(),
      receipt_id: model.text(),
      rank: model.number(),
      title: model.text(),
      ikpu: model.text().nullable(),
      package_code: model.text().nullable(),
      principal_tax_id: model.text().nullable(),
      is_delivery: model.boolean().default(false),
    }
  )
  .indexes([{ on: ["receipt_id", "rank"], unique: true }])
