import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { Fresh } from "../../../lib/fresh"
import { AD_MODULE } from "../../../modules/ad"
import { dayOf } from "../../../modules/ad/lib/serving/day"
import { PlacementRow } from "../../../modules/ad/lib/placements"
import { AdIndex } from "../../../modules/ad/lib/serving/types"
import { ServingService } from "../../../modules/ad/serving-service"
import { makeIndex } from "./make-index"
import { databaseOf, readIndexRows, readPlacementRows } from "./queries/index-rows"

/** An index older than this many intervals is not answered from: the process has slept, and companies may have gone. */
const STALE_INTERVALS = 3

const indexes = new WeakMap<ServingService, Fresh<AdIndex>>()

export const servingOf = (container: MedusaContainer) => container.resolve<ServingService>(AD_MODULE)

/**
 * What may be shown, from memory: no statement as long as it is fresh, and none that anybody waits for while it is renewed.
 * Only the first call of a process waits.
 */
export function adIndex(container: MedusaContainer): AdIndex | Promise<AdIndex> {
  return freshIndexOf(container).get()
}

/** Reads the index anew because something has changed, where this process shows ads at all. */
export async function refreshAdIndex(container: MedusaContainer): Promise<void> {
  const index = freshIndexOf(container)
  if (index.peek()) {
    await index.refresh()
  }
}

/** The same for goods; those that nobody advertises change often, and change nothing here. */
export async function refreshAdIndexFor(container: MedusaContainer, listingId: string): Promise<void> {
  if (freshIndexOf(container).peek()?.listing_ids.has(listingId)) {
    await refreshAdIndex(container)
  }
}

function freshIndexOf(container: MedusaContainer): Fresh<AdIndex> {
  const service = servingOf(container)
  const known = indexes.get(service)
  if (known) {
    return known
  }
  const database = databaseOf(container)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const fresh_ms = service.options.ads.refresh_seconds * 1_000
  const read = async () => {
    const now = Date.now()
    const placements = await readPlacementRows<PlacementRow>(database)
    const index = makeIndex(await readIndexRows(database, dayOf(now)), placements, now)
    service.adopt(index)
    return index
  }
  const index = new Fresh(read, {
    fresh_ms,
    stale_ms: STALE_INTERVALS * fresh_ms,
    onError: (error) => logger.warn(`ads: the index was not read anew: ${error.message}`),
  })
  indexes.set(service, index)
  return index
}
