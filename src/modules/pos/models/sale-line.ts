import { model } from "@medusajs/framework/utils"

/**
 * A line of a sale as it was, or will be, charged. Bigint columns in whole so'm that live in the migration only:
 * `seen_price` (what the cashier's screen said), `unit_price`, `discount` (its own and its share of the sale's), `total`.
 * Cost and markup stand in `company_order_line` alone.
 */
export const PosSaleLine = model
  .define(
    { name: "pos_sale_line", tableName: "pos_sale_line" },
    {
      id: model.id({ prefix: "psline" }).primaryKey(),
      sale_id: model.text(),
      rank: model.number(),
      listing_variant_id: model.text(),
      variant_id: model.text(),
      title: model.text(),
      quantity: model.number(),
      /** Set when the sale is done. */
      company_order_line_id: model.text().nullable(),
    }
  )
  .indexes([{ on: ["sale_id", "rank"], unique: true }])
