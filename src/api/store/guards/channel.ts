import {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MedusaStoreRequest,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { isInAll, privateOwnersOf } from "../../../workflows/store/private-channels"
import { customerOf } from "../../access/shopper"

/** What Medusa's middleware says of a key that there is not (`ensurePublishableApiKeyMiddleware`). */
const NO_SUCH_KEY = "A valid publishable key is required to proceed with the request"

/**
 * The key of a private company opens nothing for whoever is not in it: every route, Medusa's and ours, answers as to a key
 * that does not exist, before it is asked anything. A key of ordinary channels costs no statement.
 */
export async function guardPrivateChannels(req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction) {
  const channelIds = channelsOf(req)
  const companyIds = await privateOwnersOf(req.scope, channelIds)
  const customerId = customerOf(req)
  const isIn =
    companyIds.length === 0 || (customerId !== null && (await isInAll(req.scope, customerId, companyIds)))
  next(isIn ? undefined : new MedusaError(MedusaError.Types.NOT_ALLOWED, NO_SUCH_KEY))
}

/** The sales channels that a request's publishable key leads to. */
export function channelsOf(req: MedusaRequest): string[] {
  return (req as Partial<MedusaStoreRequest>).publishable_key_context?.sales_channel_ids ?? []
}
