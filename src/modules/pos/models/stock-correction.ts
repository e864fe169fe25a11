import { model } from "@medusajs/framework/utils"

/**
 * Pieces that a forced sale needed and the shelf did not have: they were sold, so they had been there. Written in the
 * transaction that adds and takes them.
 */
export const PosStockCorrection = model
  .define(
    { name: "pos_stock_correction", tableName: "pos_stock_correction" },
    {
      id: model.id({ prefix: "pcorr" }).primaryKey(),
      company_id: model.text(),
      sale_id: model.text(),
      inventory_item_id: model.text(),
      location_id: model.text(),
      quantity: model.number(),
      note: model.text(),
      created_by: model.text().nullable(),
    }
  )
  .indexes([{ on: ["sale_id"] }, { on: ["inventory_item_id"] }])
