import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { finishInterrupted } from "../workflows/gateway/settle"

/** A callback that is still at work is left alone for this long. */
const IN_PROGRESS_MS = 15_000

/** Brings the shop's books up to payments whose callback was interrupted, within a minute. */
export default async function finishPayments(container: MedusaContainer) {
  const now = Date.now()
  const finished = await finishInterrupted(container, now, now - IN_PROGRESS_MS)
  if (finished > 0) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`${finished} interrupted payments have been finished`)
  }
}

export const config = { name: "finish-payments", schedule: "*/30 * * * * *" }
