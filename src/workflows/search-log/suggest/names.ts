import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { Fresh } from "../../../lib/fresh"
import { searchLogOf } from "../log"
import { visibleCompany } from "../../store/visibility"
import { entryOf, NamedEntry } from "./lib/match-names"

/** Names hardly ever change, and what is found by them is read once more before it is shown. */
const MEMORY = { fresh_ms: 10_000, stale_ms: 60_000 }
/** The most sold or rated are at hand; of more the search itself tells. */
const MOST = 20_000

export type Names = { companies: NamedEntry[]; categories: NamedEntry[] }
type Row = { kind: keyof Names; id: string; name: string }

/** Public companies, the best rated first, and categories, the widest first: one statement. */
const NAMES = `
  (select 'companies' as kind, c.id, c.name from company c left join company_rating_stat r on r.company_id = c.id
    where ${visibleCompany("null::text")} order by r.score desc nulls last, c.name limit ${MOST})
  union all
  (select 'categories', id, name from product_category where is_active and not is_internal and deleted_at is null
    order by length(mpath), rank, name limit ${MOST})`

const memories = new WeakMap<object, Fresh<Names>>()

function memoryOf(container: MedusaContainer): Fresh<Names> {
  const log = searchLogOf(container)
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const read = async () => {
    const { rows } = await knex.raw<{ rows: Row[] }>(NAMES)
    const of = (kind: keyof Names) => rows.filter((row) => row.kind === kind).map(entryOf)
    return { companies: of("companies"), categories: of("categories") }
  }
  const known = memories.get(log) ?? new Fresh(read, MEMORY)
  memories.set(log, known)
  return known
}

/** Names that are found while people type, from memory. */
export const knownNames = (container: MedusaContainer) => memoryOf(container).get()

/** The next caller reads them anew. */
export const forgetNames = (container: MedusaContainer) => memoryOf(container).expire()
