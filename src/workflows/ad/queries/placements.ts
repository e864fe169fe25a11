import { MedusaContainer } from "@medusajs/framework/types"
import { PlacementChange } from "../../../modules/ad/lib/placement-rows"
import { adsOf } from "../announce"

/** Every place for ads as it is now, prices in so'm. */
export async function listPlacements(container: MedusaContainer) {
  const placements = await adsOf(container).placements()
  return placements.map(({ minimum_cpm_tiyin, minimum_cpc_tiyin, ...placement }) => ({
    ...placement,
    minimum_cpm: minimum_cpm_tiyin / 100,
    minimum_cpc: minimum_cpc_tiyin / 100,
  }))
}

/**
 * Changes a place and answers it.
 * @throws {MedusaError} AD_PLACEMENT_UNKNOWN, AD_PLACEMENT_SIZE_WRONG
 */
export async function changePlacement(container: MedusaContainer, code: string, changes: PlacementChange) {
  await adsOf(container).changePlacement({ code, changes })
  return (await listPlacements(container)).find((placement) => placement.code === code)!
}
