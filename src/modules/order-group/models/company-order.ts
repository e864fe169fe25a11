import { model } from "@medusajs/framework/utils"
import { CompanyOrderLine } from "./company-order-line"
import { CompanyRefund } from "./company-refund"
import { OrderGroup } from "./order-group"

/**
 * A company's part of an order group: its Medusa order, short code and share of the money. The table has one column more,
 * `status`, which a trigger computes from these (`lib/order-states.ts`); only SQL reads it.
 */
export const CompanyOrder = model
  .define(
    { name: "company_order", tableName: "company_order" },
    {
      id: model.id({ prefix: "cord" }).primaryKey(),
      group: model.belongsTo(() => OrderGroup, { mappedBy: "orders" }),
      company_id: model.text(),
      order_id: model.text(),
      /** Digits that people can read aloud; unique within the company. */
      short_code: model.text(),
      /** Position within the group, from 0. */
      rank: model.number().default(0),
      currency_code: model.text(),
      item_total: model.bigNumber(),
      shipping_total: model.bigNumber(),
      discount_total: model.bigNumber(),
      tax_total: model.bigNumber(),
      total: model.bigNumber(),
      /** Delivery's part of `total`, credit and rounding included: Σ line totals + this = `total`. */
      shipping_paid: model.bigNumber().default(0),
      /** Σ of its succeeded refunds. */
      refunded_total: model.bigNumber().default(0),
      paid_at: model.dateTime().nullable(),
      /** Cancelled by the company or the operator; Medusa's order follows when the money is back. */
      canceled_at: model.dateTime().nullable(),
      /** Who cancelled it, and why, as they said. */
      canceled_by: model.text().nullable(),
      cancel_reason: model.text().nullable(),
      /** Who said that the buyer has the goods. */
      delivered_by: model.text().nullable(),
      /** What Medusa knows of the order, kept here by triggers (`lib/follow-medusa.ts`). */
      shipped_at: model.dateTime().nullable(),
      delivered_at: model.dateTime().nullable(),
      order_canceled_at: model.dateTime().nullable(),
      /** When others were told of it; null while an event is still owed. */
      shipped_told_at: model.dateTime().nullable(),
      delivered_told_at: model.dateTime().nullable(),
      /** Where it was sold; a trigger of the table reads it from the group. */
      channel: model.enum(["web", "pos"]).default("web"),
      /** Whose money paid it, as Medusa names the provider. */
      paid_provider_id: model.text().nullable(),
      /** Per cent of the market at the moment of ordering (frozen). */
      commission_percent: model.bigNumber(),
      payment_collection_id: model.text().nullable(),
      payment_session_id: model.text().nullable(),
      customer_name: model.text().nullable(),
      customer_phone: model.text().nullable(),
      /** Brought over from an older system: history, outside the ledger, receipts, settlements and the checks of the books. */
      is_legacy: model.boolean().default(false),
      /** Its code there, of the whole where it became several orders here. */
      legacy_code: model.text().nullable(),
      lines: model.hasMany(() => CompanyOrderLine, { mappedBy: "company_order" }),
      refunds: model.hasMany(() => CompanyRefund, { mappedBy: "company_order" }),
    }
  )
  .indexes([
    { on: ["order_id"], unique: true },
    { on: ["company_id", "short_code"], unique: true },
    { on: ["company_id", "created_at", "id"] },
    { on: ["company_id", "channel", "created_at", "id"] },
    { on: ["company_id", "paid_at"], where: "paid_at is not null and deleted_at is null" },
    { on: ["company_id", "channel", "paid_at"], where: "paid_at is not null and deleted_at is null" },
    {
      on: ["company_id", "paid_provider_id", "paid_at"],
      where: "paid_at is not null and deleted_at is null",
    },
    { on: ["updated_at"] },
    { on: ["group_id"] },
    { on: ["payment_collection_id"] },
    { on: ["paid_at"] },
  ])
