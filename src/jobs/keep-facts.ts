import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { keepFacts } from "../workflows/finance/facts"

/** Makes stale facts of sales anew before somebody asks for them; a report makes its own otherwise. */
export default async function keepFactsFresh(container: MedusaContainer) {
  const { errors } = await keepFacts(container)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  errors.forEach(({ message }) =>
    logger.error(`facts could not be made anew, they will be tried again: ${message}`)
  )
}

export const config = { name: "keep-facts", schedule: "* * * * *" }
