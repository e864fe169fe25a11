import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { AD_MODULE } from "../../modules/ad"
import { AdEvent } from "../../modules/ad/events"
import AdModuleService from "../../modules/ad/service"

export const adsOf = (container: MedusaContainer) => container.resolve<AdModuleService>(AD_MODULE)

/** Tells of ads that have changed. Nobody is refused because nobody could be told: whoever shows ads reads them anew anyway. */
export async function announceAds(
  container: MedusaContainer,
  name: AdEvent,
  ads: Array<{ id: string; company_id: string | null }>
): Promise<void> {
  if (ads.length === 0) {
    return
  }
  try {
    await container.resolve(Modules.EVENT_BUS).emit(ads.map((data) => ({ name, data })))
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`${name}: ${ads.map(({ id }) => id).join(", ")} could not be told`, error as Error)
  }
}
