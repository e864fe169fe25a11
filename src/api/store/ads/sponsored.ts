import { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { adsFor } from "../../../workflows/ad/serving"
import { adViewer } from "./visitor"

/** What a list of goods is of; a list of everything has no sponsored goods. */
type Wanted = { category_id?: string; q?: string }

const textOf = (value: unknown) => (typeof value === "string" && value.trim() !== "" ? value : undefined)

/** The category or the words of `GET /store/products`. Of several categories none is the one that is looked at. */
export function wantedOfQuery({ category_id, q }: Record<string, unknown>): Wanted {
  const only =
    Array.isArray(category_id) && category_id.length === 1 ? (category_id[0] as unknown) : category_id
  return { category_id: textOf(only), q: textOf(q) }
}

/** The words of `POST /store/search`: those of its first search for goods. */
export function wantedOfSearch(body: unknown): Wanted {
  const { queries, ...single } = (body ?? {}) as { queries?: unknown }
  const all = (Array.isArray(queries) ? queries : [single]) as Array<{ entity?: unknown; filters?: unknown }>
  const { filters } = all.find((query) => query?.entity === "product") ?? {}
  return { q: textOf((filters as { q?: unknown } | undefined)?.q) }
}

/**
 * Goods that companies pay for, for a list of goods: fixed places, labelled as advertising, beside the list, which stays as it
 * is. An empty list where there are none, and where anything goes wrong: a shopper's list never depends on it.
 */
export async function sponsoredFor(req: MedusaRequest, { category_id, q }: Wanted) {
  const { tokenOfNew, ...viewer } = adViewer(req)
  const placement = q === undefined ? "category_list" : "search_list"
  const sponsored = await adsFor(req.scope, { placement, category_id, q, ...viewer }).catch(
    (error: Error) => {
      req.scope.resolve(ContainerRegistrationKeys.LOGGER).warn(`ads: no sponsored goods: ${error.message}`)
      return []
    }
  )
  return { sponsored, ...(sponsored.length > 0 && tokenOfNew && { visitor_token: tokenOfNew() }) }
}

/** Adds `sponsored` to the answer of the route behind it, when that is asked for a category or for words. */
function addSponsored(wantedOf: (req: MedusaRequest) => Wanted) {
  return async (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) => {
    const wanted = wantedOf(req)
    if (wanted.category_id === undefined && wanted.q === undefined) {
      return next()
    }
    const addition = await sponsoredFor(req, wanted)
    const json = res.json.bind(res)
    res.json = (body: unknown) => json(res.statusCode < 300 ? { ...(body as object), ...addition } : body)
    next()
  }
}

export const sponsorProducts = addSponsored((req) => wantedOfQuery(req.query))
export const sponsorSearch = addSponsored((req) => wantedOfSearch(req.body))
