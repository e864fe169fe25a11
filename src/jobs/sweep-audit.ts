import { MedusaContainer } from "@medusajs/framework/types"
import { auditOf } from "../workflows/audit"

/** Makes entries of writes whose answer never came, and of refusals that were counted. */
export default async function sweepAudit(container: MedusaContainer) {
  await auditOf(container).sweep(Date.now())
}

export const config = { name: "sweep-audit", schedule: "* * * * *" }
