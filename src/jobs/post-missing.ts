import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { postMissing } from "../workflows/ledger"

/** A listener that is still at work is left alone for this long. */
const IN_PROGRESS_MS = 20_000
const WINDOW_MS = 30 * 86_400_000

/** Puts into the ledger what its event did not: the process died, or nobody heard it. */
export default async function postMissingEntries(container: MedusaContainer) {
  const now = Date.now()
  const posted = await postMissing(container, {
    since: new Date(now - WINDOW_MS),
    until: new Date(now - IN_PROGRESS_MS),
    limit: 500,
  })
  if (posted > 0) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`${posted} missing postings have been made up for`)
  }
}

export const config = { name: "post-missing", schedule: "* * * * *" }
