import { model } from "@medusajs/framework/utils"

/**
 * A receipt that an older system had given out, as it stood there. It is none of ours: it has no number of a series, proves
 * nothing, and may be of goods or of an order that nobody knows any more.
 */
export const LegacyReceipt = model
  .define(
    { name: "legacy_receipt", tableName: "legacy_receipt" },
    {
      id: model.id({ prefix: "lrcpt" }).primaryKey(),
      company_id: model.text().nullable(),
      /** Null: an orphan, whose order the old system had lost. */
      company_order_id: model.text().nullable(),
      order_id: model.text().nullable(),
      /** Its number there. */
      number: model.text().nullable(),
      /** E.164. */
      phone: model.text(),
      currency_code: model.text(),
      /** In the currency, two decimals at most, as it stood. */
      total: model.bigNumber(),
      /** [{ title, quantity, unit_price }], the price as decimal text. */
      lines: model.json(),
      issued_at: model.dateTime(),
    }
  )
  .indexes([{ on: ["company_order_id"] }, { on: ["company_id", "issued_at"] }, { on: ["phone"] }])
