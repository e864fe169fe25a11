import { MedusaRequest } from "@medusajs/framework/http"
import { SearchQuery } from "@medusajs/framework/types"
import { noteSearch } from "../../../../workflows/search-log"
import { arePublicChannels } from "../../../../workflows/store/private-channels"
import { shopperOf } from "../../../access/shopper"
import { adLocale } from "../../ads/visitor"
import { channelsOf } from "../../guards/channel"

type Answer = { search_result?: { metadata?: { count?: number }; hits?: unknown[] } }

/**
 * Notes what was searched for with `POST /store/search`: the words of its first search, of goods if there is one. The others
 * of one request count facets of the same words; a further page is no new search.
 */
export function noteAnswered(req: MedusaRequest, queries: SearchQuery[], answers: unknown): void {
  const place = Math.max(
    0,
    queries.findIndex(({ entity }) => entity === "product")
  )
  const query = queries[place] as SearchQuery | undefined
  const q = (query?.filters as { q?: unknown } | undefined)?.q
  if (typeof q !== "string" || (query?.pagination?.skip ?? 0) > 0) {
    return
  }
  const { search_result } = (answers as Answer[])[place] ?? {}
  const { customer_id, visitor_id } = shopperOf(req)
  const owner = customer_id ?? visitor_id
  noteSearch(req.scope, {
    q,
    results: search_result?.metadata?.count ?? search_result?.hits?.length ?? 0,
    locale: adLocale(req),
    source: "search",
    owner: owner === null ? null : { id: owner, address: req.ip },
    is_public: arePublicChannels(channelsOf(req)),
  })
}
