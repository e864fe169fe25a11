import { model } from "@medusajs/framework/utils"
import { ACTOR_TYPES, OUTCOMES } from "../types"

/**
 * A write that somebody made or tried. Append only; each carries the hash of the one before (`seq`, SQL only, counts from 1
 * without gaps).
 */
export const AuditEntry = model.define("audit_entry", {
  id: model.id({ prefix: "audit" }).primaryKey(),
  at: model.dateTime(),
  duration_ms: model.number().nullable(),
  actor_type: model.enum([...ACTOR_TYPES]),
  actor_id: model.text().nullable(),
  actor_label: model.text().nullable(),
  company_id: model.text().nullable(),
  action: model.text(),
  entity_type: model.text().nullable(),
  entity_id: model.text().nullable(),
  before: model.json().nullable(),
  after: model.json().nullable(),
  changed: model.json(),
  body: model.json().nullable(),
  outcome: model.enum([...OUTCOMES]),
  status_code: model.number().nullable(),
  error_code: model.text().nullable(),
  address: model.text().nullable(),
  count: model.number().default(1),
  prev_hash: model.text(),
  hash: model.text(),
})
