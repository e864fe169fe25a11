import { model } from "@medusajs/framework/utils"
import { CompanyOrder } from "./company-order"

/**
 * Money that goes back to the buyer of one company's order. The row is written before anybody is asked for the money, so
 * that two refunds at once can't exceed what was paid, and a crash leaves a trace to go on from.
 * `Σ lines.amount + shipping_amount = amount`, in the order's currency.
 */
export const CompanyRefund = model
  .define(
    { name: "company_refund", tableName: "company_refund" },
    {
      id: model.id({ prefix: "cref" }).primaryKey(),
      company_order: model.belongsTo(() => CompanyOrder, { mappedBy: "refunds" }),
      company_id: model.text(),
      order_id: model.text(),
      amount: model.bigNumber(),
      shipping_amount: model.bigNumber().default(0),
      /** [{ company_order_line_id, line_item_id, title, quantity, amount }]; quantity is null in a refund by amount. */
      lines: model.json(),
      reason: model.text(),
      restock: model.boolean().default(false),
      /**
       * `processing`: the provider is being asked, or its answer is unknown. `due`: somebody has to give the money back
       * by hand. `succeeded` and `failed` are final; only `failed` gives its amount free again.
       */
      status: model.enum(["processing", "due", "succeeded", "failed"]).default("processing"),
      /** `provider`: the provider gave it back by itself (Payme's CancelTransaction, Uzum's reverse). */
      method: model.enum(["api", "hand", "provider"]),
      provider_id: model.text().nullable(),
      requested_by: model.text().nullable(),
      /** The provider's own id of the refund. */
      external_id: model.text().nullable(),
      /** What an operator showed for a refund that was made by hand. */
      proof: model.text().nullable(),
      error: model.text().nullable(),
      succeeded_at: model.dateTime().nullable(),
      /** When the goods were put back on the shelf. */
      restocked_at: model.dateTime().nullable(),
      /** When Medusa's books had caught up: payment refunded, stock back. */
      settled_at: model.dateTime().nullable(),
      /** A client's own id: the same request sent twice is one refund. */
      request_key: model.text().nullable(),
    }
  )
  .indexes([
    { on: ["company_order_id"] },
    { on: ["status", "created_at"] },
    { on: ["company_id", "created_at"] },
    { on: ["company_id", "succeeded_at"], where: "succeeded_at is not null and deleted_at is null" },
    {
      on: ["company_order_id", "request_key"],
      unique: true,
      where: "request_key is not null and deleted_at is null",
    },
  ])
