import { model } from "@medusajs/framework/utils"

/**
 * A buyer's stars for a company (business rule 12): one living row per customer and company. Triggers count it into
 * `company_rating_stat` in the transaction that changes it; the column's check holds 1…5.
 */
export const CompanyRating = model
  .define(
    { name: "company_rating", tableName: "company_rating" },
    {
      id: model.id({ prefix: "crat" }).primaryKey(),
      company_id: model.text(),
      customer_id: model.text(),
      stars: model.number(),
      /** The order that gave the right to rate; null for one that was brought over from an older system. */
      company_order_id: model.text().nullable(),
      source: model.enum(["manual", "legacy"]).default("manual"),
    }
  )
  .indexes([
    { on: ["company_id", "customer_id"], unique: true },
    { on: ["company_id", "updated_at", "id"] },
    { on: ["customer_id"] },
  ])
