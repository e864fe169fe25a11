import { z } from "@medusajs/framework/zod"
import { isDay } from "../../../modules/ledger/lib/period"
import { OUTCOMES } from "../../../modules/audit/types"
import { paging } from "../../access/validate-query"

const text = z.string().trim().min(1).max(300).optional()
const day = z
  .string()
  .refine((value) => isDay(value), "must be a day like 2026-11-21")
  .optional()

const filter = {
  /** Id or e-mail address of a user; id or title of an API key. */
  actor: text,
  company_id: text,
  action: text,
  entity_type: text,
  entity_id: text,
  outcome: z.enum(OUTCOMES).optional(),
  from: day,
  to: day,
  q: z.string().trim().max(100).optional(),
}

export const ListAuditLog = z.strictObject({ ...paging, ...filter })
export const ExportAuditLog = z.strictObject(filter)

export type ListAuditLogQuery = z.infer<typeof ListAuditLog>
export type ExportAuditLogQuery = z.infer<typeof ExportAuditLog>
