import { model } from "@medusajs/framework/utils"

/**
 * A numbered receipt of one company's order, or of one refund of it. Everything in it is frozen: a trigger refuses any
 * change. Columns that live in the migration only (bigint, SQL only): `total_tiyin`, `discount_tiyin`, `vat_tiyin`.
 */
export const Receipt = model
  .define(
    { name: "receipt", tableName: "receipt" },
    {
      id: model.id({ prefix: "rcpt" }).primaryKey(),
      company_id: model.text(),
      company_order_id: model.text(),
      order_id: model.text(),
      order_group_id: model.text(),
      short_code: model.text(),
      refund_id: model.text().nullable(),
      sale_number_text: model.text().nullable(),
      kind: model.enum(["sale", "refund"]),
      /** One gap-free series per company and year, of sales and refunds together. */
      year: model.number(),
      number: model.number(),
      number_text: model.text(),
      issued_at: model.dateTime(),
      transaction_id: model.text().nullable(),
      provider_id: model.text().nullable(),
      currency_code: model.text(),
      locale: model.text().nullable(),
      reason: model.text().nullable(),
      buyer: model.json(),
      seller: model.json(),
      market: model.json().nullable(),
      /** Leads a stranger to the page that proves the receipt. */
      token: model.text(),
    }
  )
  .indexes([
    { on: ["company_id", "year", "number"], unique: true },
    { on: ["company_order_id"], unique: true, where: "kind = 'sale' and deleted_at is null" },
    { on: ["refund_id"], unique: true, where: "refund_id is not null and deleted_at is null" },
    { on: ["token"], unique: true },
    { on: ["order_group_id"] },
    { on: ["company_id", "issued_at"] },
    { on: ["transaction_id", "kind"] },
  ])
