import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { sweepCatalog } from "../workflows/catalog"

/** Compares every document with what it is made of, when shoppers sleep, and repairs what differs. */
export default async function sweepCatalogNightly(container: MedusaContainer) {
  const { checked, repaired } = await sweepCatalog(container)
  if (repaired.length > 0) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`catalogue: ${repaired.length} of ${checked} documents were wrong and have been repaired`)
  }
}

// 03:30 in Tashkent.
export const config = { name: "sweep-catalog", schedule: "30 22 * * *" }
