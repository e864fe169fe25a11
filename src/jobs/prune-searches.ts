import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { pruneSearches } from "../workflows/search-log"

/** Once a day the searches that are older than `search.log_days` are forgotten. */
export default async function pruneOldSearches(container: MedusaContainer) {
  const removed = await pruneSearches(container, Date.now())
  if (removed > 0) {
    container.resolve(ContainerRegistrationKeys.LOGGER).info(`search: ${removed} old searches were forgotten`)
  }
}

/** 03:50 in Tashkent. */
export const config = { name: "prune-searches", schedule: "50 22 * * *" }
