import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { auditOf } from "../workflows/audit"

/** Once a day the entries that are older than the retention leave the log. */
export default async function pruneAudit(container: MedusaContainer) {
  const removed = await auditOf(container).prune(Date.now())
  if (removed > 0) {
    container.resolve(ContainerRegistrationKeys.LOGGER).info(`audit: ${removed} old entries were removed`)
  }
}

/** 03:30 in Tashkent. */
export const config = { name: "prune-audit", schedule: "30 22 * * *" }
