import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { resumeDesk } from "../workflows/pos"

/** A sale that is being made right now is left alone for this long. */
const IN_PROGRESS_MS = 30_000

/** Brings sales and returns at cash desks to an end that a crash left in the middle. */
export default async function finishPosSales(container: MedusaContainer) {
  const finished = await resumeDesk(container, new Date(Date.now() - IN_PROGRESS_MS))
  if (finished > 0) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`${finished} interrupted sales or returns of cash desks have been brought to an end`)
  }
}

export const config = { name: "finish-pos-sales", schedule: "* * * * *" }
