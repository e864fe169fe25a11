import { model } from "@medusajs/framework/utils"

/** Refusals of people who showed no credentials, counted; each row becomes one entry when its minute is over. */
export const AuditDenial = model
  .define("audit_denial", {
    id: model.id({ prefix: "auden" }).primaryKey(),
    minute: model.dateTime(),
    action: model.text(),
    status_code: model.number(),
    /** Empty when there was none, so that equal rows are equal. */
    error_code: model.text().default(""),
    address: model.text(),
    count: model.number().default(1),
  })
  .indexes([
    {
      on: ["minute", "action", "status_code", "error_code", "address"],
      unique: true,
      name: "IDX_audit_denial_key",
      where: null as never,
    },
  ])
