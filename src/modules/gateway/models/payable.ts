import { model } from "@medusajs/framework/utils"

/**
 * What may be paid: one row per order group, with the amount fixed in tiyin. Every provider's callback locks this row,
 * so exactly one transaction of one provider can pay it. The bigint columns `amount_tiyin` and `settled_at` live in
 * the migration only: they are read and written by SQL, never through the ORM.
 */
export const Payable = model
  .define(
    { name: "gateway_payable", tableName: "gateway_payable" },
    {
      id: model.id({ prefix: "pbl" }).primaryKey(),
      /** Ten digits that a person could type; the provider's account field. */
      reference: model.text(),
      order_group_id: model.text(),
      provider_id: model.text(),
      /** Providers that may be paid: those of the cart's region that call us. */
      provider_ids: model.array(),
      currency_code: model.text(),
      status: model.enum(["open", "paid", "refunded", "expired", "canceled"]).default("open"),
      expires_at: model.dateTime().nullable(),
      /** The transaction that paid. */
      paid_by: model.text().nullable(),
      /** Fiscal lines frozen at checkout, in tiyin. */
      fiscal: model.json().nullable(),
    }
  )
  .indexes([
    { on: ["reference"], unique: true },
    { on: ["order_group_id"], unique: true },
    { on: ["status", "expires_at"] },
  ])
