import { MedusaContainer } from "@medusajs/framework/types"
import { AUDIT_MODULE } from "../../src/modules/audit"
import AuditModuleService from "../../src/modules/audit/service"
import { Draft } from "../../src/modules/audit/types"

/** A write as the middleware would tell it. */
export function auditDraft(at: Date, facts: Partial<Draft> = {}): Draft {
  return {
    at: at.toISOString(),
    duration_ms: 1,
    actor_type: "user",
    actor_id: "user_old",
    actor_label: "old@example.com",
    company_id: null,
    action: "POST /admin/products",
    entity_type: "product",
    entity_id: "prod_old",
    before: null,
    after: { title: "Choy" },
    changed: [],
    body: null,
    outcome: "done",
    status_code: 200,
    error_code: null,
    address: "127.0.0.1",
    count: 1,
    ...facts,
  }
}

/** An entry of the log; answers its id. */
export async function makeAuditEntry(container: MedusaContainer): Promise<string> {
  const audit = container.resolve<AuditModuleService>(AUDIT_MODULE)
  await audit.append([auditDraft(new Date())])
  const [entry] = await audit.listAuditEntries({}, { take: 1 })
  return entry.id
}
