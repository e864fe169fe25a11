import { MiddlewareRoute } from "@medusajs/framework/http"
import { guardPrivateChannels } from "./channel"
import { pruneExpansions } from "./expansions"
import { hideIds } from "./hide-ids"

/** What keeps private companies private on every store route (docs/private.md), before any other of ours. */
export const privateGuards: MiddlewareRoute[] = [
  { matcher: "/store", middlewares: [guardPrivateChannels, hideIds, pruneExpansions] },
]
