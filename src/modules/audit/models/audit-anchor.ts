import { model } from "@medusajs/framework/utils"

/** What the retention leaves of the entries that it removes: number (`seq`, SQL only) and hash of the last of them. */
export const AuditAnchor = model.define("audit_anchor", {
  id: model.id({ prefix: "audanc" }).primaryKey(),
  hash: model.text(),
  /** How many entries were removed. */
  removed: model.number(),
})
