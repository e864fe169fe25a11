import { asValue } from "@medusajs/framework/awilix"
import { MedusaRequest } from "@medusajs/framework/http"
import { RemoteQueryFunction, SearchQuery } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

type Search = (queries: SearchQuery[]) => Promise<unknown>

/**
 * Medusa's routes search by the request's own Query, and know nothing of synonyms and of whose goods may be found. So this
 * request gets a Query that does.
 * @param own what it does instead; it is given Medusa's way
 */
export function replaceSearch(
  req: MedusaRequest,
  own: (queries: SearchQuery[], search: Search) => Promise<unknown>
): void {
  const query = req.scope.resolve<RemoteQueryFunction>(ContainerRegistrationKeys.QUERY)
  const search = query.search.bind(query) as unknown as Search
  const replaced = Object.create(query, {
    search: { value: (queries: SearchQuery[]) => own(queries, search) },
  }) as RemoteQueryFunction
  req.scope.register(ContainerRegistrationKeys.QUERY, asValue(replaced))
}
