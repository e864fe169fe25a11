import { model } from "@medusajs/framework/utils"

/** A write whose answer is not known yet; it becomes an entry, or an `interrupted` one when the answer never comes. */
export const AuditIntent = model
  .define("audit_intent", {
    id: model.id({ prefix: "audint" }).primaryKey(),
    at: model.dateTime(),
    draft: model.json(),
  })
  .indexes([{ on: ["at"] }])
