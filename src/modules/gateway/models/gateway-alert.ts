import { model } from "@medusajs/framework/utils"

/** Something about a payment that a person has to look at; see `AlertKind`. */
export const GatewayAlert = model
  .define(
    { name: "gateway_alert", tableName: "gateway_alert" },
    {
      id: model.id({ prefix: "galr" }).primaryKey(),
      kind: model.text(),
      provider_id: model.text(),
      payable_id: model.text().nullable(),
      transaction_id: model.text().nullable(),
      reference: model.text(),
      data: model.json().nullable(),
      resolved_at: model.dateTime().nullable(),
      resolution: model.text().nullable(),
    }
  )
  .indexes([{ on: ["kind", "reference"], unique: true }, { on: ["resolved_at", "created_at"] }])
