import { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { DEFAULT_ADMIN_SEARCH_ENTITY_NAMES } from "@medusajs/medusa/api/admin/search/search-entities"
import { INDEXES } from "../../../workflows/search/documents"
import { searchWithSynonyms } from "../../../workflows/search/synonyms"
import { replaceSearch } from "../../access/replace-search"

const ALL_AREAS = [...new Set<string>([...DEFAULT_ADMIN_SEARCH_ENTITY_NAMES, ...INDEXES])]

/**
 * `GET /admin/search`, Medusa's own route, the dashboard's search. Where there are indexes it takes "all areas" for these alone, and
 * would find no orders and no customers: whoever names no area searches everything that the dashboard knows. Operators find the
 * goods of suspended companies too.
 */
export function searchAllAreas(req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction): void {
  for (const query of [req.query, req.validatedQuery] as Array<Record<string, unknown> | undefined>) {
    if (query && !query.entity) {
      query.entity = ALL_AREAS
    }
  }
  replaceSearch(req, (queries, search) =>
    searchWithSynonyms(req.scope, queries, search, { everything: true })
  )
  next()
}
