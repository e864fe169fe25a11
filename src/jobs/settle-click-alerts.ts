import { MedusaContainer } from "@medusajs/framework/types"
import { settleClickAlerts } from "../workflows/click"

/** Takes refused debits back at Click, and looks at payments that Click calls cancelled. */
export default async function settleAlerts(container: MedusaContainer) {
  await settleClickAlerts(container, Date.now())
}

export const config = { name: "settle-click-alerts", schedule: "*/5 * * * *" }
