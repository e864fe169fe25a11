import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { issueMissingReceipts } from "../workflows/receipt"

/** An event of a payment that was made a moment ago may still be on its way. */
const IN_PROGRESS_MS = 20_000

/** Issues the receipts that a crash kept from being issued, within two minutes. */
export default async function issueMissing(container: MedusaContainer) {
  const issued = await issueMissingReceipts(container, new Date(Date.now() - IN_PROGRESS_MS))
  if (issued > 0) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`${issued} receipts were missing and have been issued`)
  }
}

export const config = { name: "issue-missing-receipts", schedule: "* * * * *" }
