import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { RATING_MODULE } from "../../modules/rating"
import RatingModuleService from "../../modules/rating/service"

export const ratingsOf = (container: MedusaContainer) => container.resolve<RatingModuleService>(RATING_MODULE)

/** Tells of what has been written. Nobody is refused because nobody could be told: rows are what counts. */
export async function tell(container: MedusaContainer, name: string, data: object): Promise<void> {
  try {
    await container.resolve(Modules.EVENT_BUS).emit([{ name, data }])
  } catch (error) {
    container.resolve(ContainerRegistrationKeys.LOGGER).error(`${name} was not told`, error as Error)
  }
}
