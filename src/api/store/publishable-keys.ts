import { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { keepPublishableKeys } from "../../workflows/store/publishable-keys"

/**
 * The first request under `/store` that has a right key lets the following ones have theirs from memory. Medusa hands out
 * its `query` no earlier, neither to modules nor to a plugin.
 */
export function rememberPublishableKeys(req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction) {
  keepPublishableKeys(req.scope.resolve(ContainerRegistrationKeys.QUERY) as never)
  next()
}
