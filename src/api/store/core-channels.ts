import { MedusaNextFunction, MedusaRequest, MedusaResponse, MiddlewareRoute } from "@medusajs/framework/http"
import { FeatureFlag } from "@medusajs/framework/utils"

/**
 * Medusa's routes of goods look up every product of the key's sales channels, as entities, and hand all the ids to the query
 * that answers (`maybeApplyLinkFilter`): the cost of one page grows with the whole catalogue. Its `query` can join the channels
 * in SQL itself, so they are handed to it that way, and the look-up finds nothing to do. The answers are the same
 * (docs/decisions/0023-core-routes.md).
 */

type Filters = Record<string, unknown>
type Place = (channels: { id: unknown }) => Filters

const CHANNELS = "sales_channel_id"

/**
 * Medusa writes the channels that count into `sales_channel_id`, deletes them again where the market has a single one, and then
 * reads them to look the products up. So what is read is nothing, and from then on they stand where `place` puts them.
 */
export function joinChannels(filters: Filters, place: Place): void {
  let channels = filters[CHANNELS]
  // Only a property that can be deleted is `configurable`, and only an enumerable one is a filter.
  Object.defineProperty(filters, CHANNELS, {
    configurable: true,
    enumerable: false,
    set: (value: unknown) => (channels = value),
    get: () => {
      if (channels !== undefined) {
        Object.assign(filters, place({ id: channels }))
        channels = undefined
      }
      return undefined
    },
  })
}

/** With its caching flag Medusa keeps answers by their filters, and only a list of ids changes when a good leaves a channel. */
const isKept = () => FeatureFlag.isFeatureEnabled("caching")

const inSql = (place: Place) => (req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction) => {
  if (isKept()) {
    return next()
  }
  let filters: Filters | undefined
  Object.defineProperty(req, "filterableFields", {
    configurable: true,
    enumerable: true,
    get: () => filters,
    set: (value: Filters) => {
      filters = value
      joinChannels(filters, place)
    },
  })
  next()
}

export const coreChannelMiddlewares: MiddlewareRoute[] = [
  { matcher: "/store/products", middlewares: [inSql((sales_channels) => ({ sales_channels }))] },
  {
    matcher: "/store/product-variants",
    middlewares: [inSql((sales_channels) => ({ product: { sales_channels } }))],
  },
]
