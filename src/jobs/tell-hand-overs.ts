import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { tellMissedHandOvers } from "../workflows/company-order/tell-hand-over"

/** A call that is still at work is left alone for this long. */
const IN_PROGRESS_MS = 20_000

/** Tells of goods that were sent or have arrived while nobody could: the process died, or its event was lost. */
export default async function tellHandOvers(container: MedusaContainer) {
  const told = await tellMissedHandOvers(container, {
    before: new Date(Date.now() - IN_PROGRESS_MS),
    limit: 500,
  })
  if (told > 0) {
    container.resolve(ContainerRegistrationKeys.LOGGER).warn(`${told} hand-overs were told of late`)
  }
}

export const config = { name: "tell-hand-overs", schedule: "* * * * *" }
