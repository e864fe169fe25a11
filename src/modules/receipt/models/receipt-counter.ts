import { model } from "@medusajs/framework/utils"

/** The last number that a company has given out in a year. It only ever grows by one, and only with a receipt. */
export const ReceiptCounter = model
  .define(
    { name: "receipt_counter", tableName: "receipt_counter" },
    {
      id: model.id({ prefix: "rctr" }).primaryKey(),
      company_id: model.text(),
      year: model.number(),
      last: model.number(),
    }
  )
  .indexes([{ on: ["company_id", "year"], unique: true }])
