import { model } from "@medusajs/framework/utils"

/**
 * A provider's transaction as the provider sees it: the durable truth from which every callback is answered.
 * Columns that live in the migration only (bigint, SQL only): `amount_tiyin`, and in milliseconds since 1970
 * `provider_time`, `create_time`, `perform_time`, `cancel_time`, `performing_at`, `settled_at`; `sequence` orders ties.
 */
export const GatewayTransaction = model
  .define(
    { name: "gateway_transaction", tableName: "gateway_transaction" },
    {
      id: model.id({ prefix: "gtx" }).primaryKey(),
      /** Cash box, as Medusa names the payment provider (`pp_payme_payme`). */
      provider_id: model.text(),
      /** The provider's own id. */
      external_id: model.text(),
      payable_id: model.text(),
      /** 1 created, 2 performed, -1 cancelled before, -2 cancelled after. */
      state: model.number(),
      reason: model.number().nullable(),
      /** The account as it was received, echoed in statements. */
      account: model.json(),
      fiscal_perform: model.json().nullable(),
      fiscal_cancel: model.json().nullable(),
      /** What else the provider said. */
      details: model.json().nullable(),
      /** False for providers that allow several attempts at once (Click's prepares). */
      exclusive: model.boolean().default(true),
    }
  )
  .indexes([
    { on: ["provider_id", "external_id"], unique: true },
    { on: ["payable_id"] },
    // One live exclusive transaction per payable, whoever the provider is.
    {
      name: "IDX_gateway_transaction_live",
      on: ["payable_id"],
      unique: true,
      where: "state = 1 and exclusive and deleted_at is null",
    },
    {
      name: "IDX_gateway_transaction_paid",
      on: ["payable_id"],
      unique: true,
      where: "state = 2 and deleted_at is null",
    },
  ])
