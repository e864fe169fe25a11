import { MedusaContainer, SearchQuery } from "@medusajs/framework/types"
import { SearchOwnOptions } from "../../lib/search-answer"
import { synonymsOf } from "../search-log"
import { INDEXES, IndexName } from "./documents"
import { withIndex } from "./ready"

const isOurs = (entity: string): entity is IndexName => (INDEXES as readonly string[]).includes(entity)

/** Runs searches of the Search Module with the operator's synonyms in force. @param options of our provider */
export async function searchWithSynonyms<Result>(
  container: MedusaContainer,
  queries: SearchQuery[],
  search: (queries: SearchQuery[]) => Promise<Result>,
  options: Pick<SearchOwnOptions, "everything"> = {}
): Promise<Result> {
  const synonyms = await synonymsOf(container)
  const own = queries.map((query) => ({
    ...query,
    search_options: { ...query.search_options, provider_options: { bozor: { ...options, synonyms } } },
  }))
  const first = queries.map(({ entity }) => entity).find(isOurs)
  return first ? withIndex(container, first, () => search(own)) : search(own)
}
