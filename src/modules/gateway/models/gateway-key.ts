import { model } from "@medusajs/framework/utils"

/** A cash box key that the provider replaced by `ChangePassword`; only its SHA-256 is kept. */
export const GatewayKey = model
  .define(
    { name: "gateway_key", tableName: "gateway_key" },
    {
      id: model.id({ prefix: "gkey" }).primaryKey(),
      provider_id: model.text(),
      key_sha256: model.text(),
    }
  )
  .indexes([{ on: ["provider_id"], unique: true }])
