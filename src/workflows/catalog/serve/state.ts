import { MedusaContainer } from "@medusajs/framework/types"
import { select } from "./database"

/** Which catalogue is served, and whether it is behind. */
export type CatalogState = {
  /** The same for as long as nothing has changed; never the same again. */
  stamp: string
  /** The same for as long as the same goods can be filtered by the same: what counts and facets depend on. */
  shape: string
  /** Null before the first one has been built. */
  version: number | null
  is_waiting: boolean
  /** The search indexes have not been told of everything yet. */
  is_search_behind: boolean
}

/**
 * One statement. Beside version and generation the transaction that wrote the latter: a database that has been restored comes
 * to the same numbers again, with other goods. The store's default region is in no document, but prices go by it.
 */
const STATE = `select (select version from catalog_version where status = 'serving') as version,
    (select shape::text from catalog_state) as shape,
    (select generation::text || '/' || xmin::text from catalog_state)
      || '/' || coalesce((select default_region_id from store where deleted_at is null order by created_at limit 1), '') as generation,
    (exists (select 1 from catalog_change where not_before is null or not_before <= now())
      or exists (select 1 from catalog_product where next_change_at <= now()
                    and version = (select version from catalog_version where status = 'serving'))) as is_waiting,
    exists (select 1 from catalog_search_change) as is_search_behind`

/** @param epoch grows whenever this process has to forget what it knows */
export async function readState(container: MedusaContainer, epoch: number): Promise<CatalogState> {
  const [{ generation, ...state }] = await select<
    Omit<CatalogState, "stamp"> & { generation: string | null }
  >(container, STATE)
  const of = `${epoch}:${state.version}`
  return { ...state, stamp: `${of}:${generation}`, shape: `${of}:${state.shape}` }
}
