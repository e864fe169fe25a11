import { model } from "@medusajs/framework/utils"

/**
 * A company that sells in the market. It is not a Medusa store, sales channel or customer: goods, orders and money
 * point to it by `company_id`. Rows are never deleted, because money facts refer to them.
 */
export const Company = model
  .define("company", {
    id: model.id({ prefix: "comp" }).primaryKey(),
    name: model.text().searchable(),
    handle: model.text(),
    /** E.164, `+998` and nine digits. */
    phone: model.text(),
    email: model.text().nullable(),
    /** `stir` (nine digits) or `pinfl` (fourteen): whose number `tax_id` is. */
    tax_id_type: model.enum(["stir", "pinfl"]).nullable(),
    tax_id: model.text().nullable(),
    is_vat_payer: model.boolean().default(false),
    bank_account: model.text().nullable(),
    bank_mfo: model.text().nullable(),
    legal_name: model.text().nullable(),
    address: model.text().nullable(),
    logo_url: model.text().nullable(),
    /** For shoppers, by language: how to pay at the shop, and when it is open. */
    payment_notes: model.json().nullable(),
    opening_hours: model.json().nullable(),
    status: model.enum(["pending", "active", "suspended", "archived"]).default("pending"),
    status_reason: model.text().nullable(),
    is_private: model.boolean().default(false),
    /** What a shopper types to enter a private company: 5 to 12 of A–Z and 0–9; a public one may have one too. */
    code: model.text().nullable(),
    /** Per cent of sales that the market keeps; null means the market's default (business rule 16). */
    commission_percent: model.bigNumber().nullable(),
    stock_location_id: model.text().nullable(),
    shipping_profile_id: model.text().nullable(),
    fulfillment_set_id: model.text().nullable(),
    sales_channel_id: model.text().nullable(),
    approved_at: model.dateTime().nullable(),
  })
  .indexes([
    { on: ["handle"], unique: true },
    { on: ["status"] },
    { on: ["code"], unique: true, where: "code is not null and deleted_at is null" },
    {
      on: ["shipping_profile_id"],
      unique: true,
      where: "shipping_profile_id is not null and deleted_at is null",
    },
  ])
