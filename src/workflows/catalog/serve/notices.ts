import { MedusaContainer } from "@medusajs/framework/types"
import { listenToRedis, redisClient } from "../../../lib/redis"
import { CATALOG_MODULE } from "../../../modules/catalog"
import CatalogModuleService from "../../../modules/catalog/service"
import { forgetPublishableKeys } from "../../store/publishable-keys"
import { shelfOf } from "./shelf"

/**
 * What one process learns and all have to know at once goes through Redis, where there is one. Without it each finds out by
 * itself, within the time that its memory is relied on.
 */

const CHANNEL = "bozor:catalog"
export type Notice = "pages" | "keys"

const listening = new WeakSet<object>()

const redisUrlOf = (service: CatalogModuleService) => service.options.redis_url

/** Hears what other processes say, from the first question on. */
export function listenToNotices(container: MedusaContainer): void {
  const service = container.resolve<CatalogModuleService>(CATALOG_MODULE)
  const url = redisUrlOf(service)
  if (url && !listening.has(service)) {
    listening.add(service)
    listenToRedis(url, CHANNEL, (notice) => heed(container, notice as Notice))
  }
}

/** Something has changed that the very next request must see, here and in every other process. */
export async function tellCatalog(container: MedusaContainer, notice: Notice): Promise<void> {
  heed(container, notice)
  const url = redisUrlOf(container.resolve<CatalogModuleService>(CATALOG_MODULE))
  if (url) {
    await redisClient(url)
      .publish(CHANNEL, notice)
      // The others find out by themselves.
      .catch(() => undefined)
  }
}

function heed(container: MedusaContainer, notice: Notice): void {
  if (notice === "keys") {
    forgetPublishableKeys(container)
  } else {
    shelfOf(container).forget()
  }
}
