import { model } from "@medusajs/framework/utils"
import { CompanyOrder } from "./company-order"

/**
 * Frozen facts of an order line (business rule 3): what the goods cost, what was charged, and the fiscal codes as they
 * were. Never changed afterwards.
 */
export const CompanyOrderLine = model
  .define(
    { name: "company_order_line", tableName: "company_order_line" },
    {
      id: model.id({ prefix: "cline" }).primaryKey(),
      company_order: model.belongsTo(() => CompanyOrder, { mappedBy: "lines" }),
      line_item_id: model.text(),
      variant_id: model.text().nullable(),
      listing_id: model.text().nullable(),
      title: model.text(),
      quantity: model.bigNumber(),
      unit_price: model.bigNumber(),
      discount: model.bigNumber(),
      /** What the buyer pays for the line: taxes, discounts, credit and rounding in. */
      total: model.bigNumber().default(0),
      /** Per cent of the market on this line (business rule 16). */
      commission_percent: model.bigNumber().default(0),
      cost: model.bigNumber().nullable(),
      markup_percent: model.bigNumber().nullable(),
      ikpu: model.text().nullable(),
      package_code: model.text().nullable(),
      vat_percent: model.bigNumber().nullable(),
    }
  )
  .indexes([
    { on: ["line_item_id"], unique: true },
    { on: ["company_order_id"] },
    { on: ["variant_id"], where: "variant_id is not null and deleted_at is null" },
  ])
