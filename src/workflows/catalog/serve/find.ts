import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { findProducts } from "../../../workflows/search"
import { Reader } from "./reader"
import { once } from "./shelf"

/** Goods that words find at most; behind them nobody looks. */
const MOST = 1_000

/**
 * How long what was found is relied on. Documents say at once that they have changed; the search engine hears of it a moment
 * later.
 */
export const FOUND_MS = 2_000

/**
 * Goods that fit words, best first, at most a thousand: the search engine's word, asked once for all pages and orders of the
 * same words. Null where no engine answers; the titles are looked through then.
 */
export function findGoods({ container, shelf, state, channel_ids, channels_key }: Reader, q: string) {
  const moment = Math.floor(Date.now() / FOUND_MS)
  return once(
    shelf.found,
    `${state.stamp} ${moment} ${channels_key} ${q}`,
    async (): Promise<string[] | null> => {
      try {
        return (await findProducts(container, { q, channel_ids, limit: MOST })).ids
      } catch (error) {
        const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
        logger.warn(`catalog: search does not answer: ${(error as Error).message}`)
        return null
      }
    }
  )
}
