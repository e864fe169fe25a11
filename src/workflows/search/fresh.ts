import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { keepCatalog } from "../catalog"
import { syncSearch } from "./sync"

/** How often a process looks, whatever the number of searches. */
const FRESH_MS = 1_000
const PATIENCE_MS = 300

const looked = new WeakMap<object, number>()

/**
 * Lets the indexes know what has changed, behind a search: the next one finds it. Searches that go by the storefront's catalogue
 * need no such look, it takes one of its own.
 */
export function keepSearchFresh(container: MedusaContainer): void {
  const key = container.resolve(ContainerRegistrationKeys.PG_CONNECTION) as unknown as object
  if (Date.now() - (looked.get(key) ?? 0) < FRESH_MS) {
    return
  }
  looked.set(key, Date.now())
  keepCatalog(container, { within_ms: PATIENCE_MS })
    .then(() => syncSearch(container))
    .catch((error: Error) =>
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .warn(`search: changes will be told later: ${error.message}`)
    )
}
