import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { syncSearch } from "../../../workflows/search"

const telling = new WeakSet<object>()

/** Lets the search indexes know what has changed, behind whoever has noticed it; once at a time. */
export function tellSearch(container: MedusaContainer, owner: object): void {
  if (telling.has(owner)) {
    return
  }
  telling.add(owner)
  syncSearch(container)
    .catch((error: Error) =>
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .warn(`catalog: search was not told of changes: ${error.message}`)
    )
    .finally(() => telling.delete(owner))
}
