import { MedusaContainer } from "@medusajs/framework/types"
import { Kept, readKept } from "./contexts"
import { runner } from "./run"

export type CatalogState = {
  /** Grows with every change of what is served. */
  generation: number
  /** Null before the first version has been built. */
  serving_version: number | null
  /** Changes that are in no document yet, up to 1 000. */
  waiting: number
  /** How long the oldest of them has waited, in milliseconds. */
  oldest_ms: number
}

const STATE = `
  select s.generation::float8 as generation,
         (select version from catalog_version where status = 'serving') as serving_version,
         (select count(*) from (select 1 from catalog_change limit 1000) c)::int
           + (select count(*) from (select 1 from catalog_product d join catalog_version w on w.version = d.version
                and w.status = 'serving' where d.next_change_at <= now() limit 1) due)::int as waiting,
         coalesce((select extract(epoch from clock_timestamp() - created_at) * 1000 from catalog_change order by id limit 1), 0)::float8
           as oldest_ms
    from catalog_state s where s.id = 1`

/** How the catalogue stands: one statement. */
export async function catalogState(container: MedusaContainer): Promise<CatalogState> {
  const [state] = await runner(container)<CatalogState>(STATE)
  return state ?? { generation: 0, serving_version: null, waiting: 0, oldest_ms: 0 }
}

/**
 * For which regions, currencies and countries prices are kept ready, and for which sets of sales channels stock is. Of one that
 * was made a moment ago some goods may have none yet; it is left out, and has to be asked of `pricesFor` and `stockFor`.
 */
export const keptReady = (container: MedusaContainer): Promise<Kept> => readKept(runner(container), true)
