import { SearchDocument, SearchMutation, SearchSeedContext } from "@medusajs/framework/types"
import { readCategories } from "./queries/categories"
import { readCompanies } from "./queries/companies"
import { Database, databaseOf } from "./queries/database"
import { productIdsAfter, readProducts } from "./queries/products"

/** What is searched for, by the name of its index. */
export const INDEXES = ["product", "company", "product_category"] as const
export type IndexName = (typeof INDEXES)[number]

type Page = { after: string; ids: string[] | null; since: Date | null; limit: number }
type Source = {
  documents: (database: Database, ids: string[]) => Promise<SearchDocument[]>
  idsAfter: (database: Database, page: Page) => Promise<string[]>
}

const rowsAfter =
  (table: "company" | "product_category") =>
  async (database: Database, { after, ids, since, limit }: Page) => {
    const { rows } = await database.raw<{ id: string }>(
      `select id from ${table} where id > :after and (cast(:ids as text[]) is null or id = any(cast(:ids as text[])))
          and (cast(:since as timestamptz) is null or updated_at >= :since or deleted_at >= :since)
        order by id limit :limit`,
      { after, ids, since: since?.toISOString() ?? null, limit }
    )
    return rows.map(({ id }) => id)
  }

const SOURCES: Record<IndexName, Source> = {
  product: { documents: readProducts, idsAfter: productIdsAfter },
  company: { documents: readCompanies, idsAfter: rowsAfter("company") },
  product_category: { documents: readCategories, idsAfter: rowsAfter("product_category") },
}

/** Rows of one statement of a seed: bounded, however many there are. */
const BATCH = 500

/** What an index has to be told of some rows: the documents of those that are there, and that the others are gone. */
export async function mutationsFor(
  database: Database,
  index: IndexName,
  ids: string[]
): Promise<{ documents: SearchDocument[]; gone: string[] }> {
  const documents = await SOURCES[index].documents(database, ids)
  const there = new Set(documents.map(({ id }) => id))
  return { documents, gone: ids.filter((id) => !there.has(id)) }
}

/**
 * Fills an index, in the order of ids, so that a run that was cut off goes on where it stopped; or, as the catch-up after a
 * long run, tells it of what has changed since that began.
 */
export async function* seedIndex(
  index: IndexName,
  { filters, last_key, catchup }: Pick<SearchSeedContext, "filters" | "last_key" | "catchup">
): AsyncGenerator<SearchMutation[]> {
  const database = databaseOf()
  const ids = idsOf(filters)
  let after = last_key ?? ""
  for (;;) {
    const page = { after, ids, since: catchup?.since ?? null, limit: BATCH }
    const batch = await SOURCES[index].idsAfter(database, page)
    if (batch.length === 0) {
      return
    }
    const { documents, gone } = await mutationsFor(database, index, batch)
    documents.sort((a, b) => (a.id < b.id ? -1 : 1))
    const isPart = catchup !== undefined || ids !== null
    yield [
      ...(documents.length > 0 ? [{ action: "upsert" as const, documents }] : []),
      ...(isPart && gone.length > 0 ? [{ action: "delete" as const, filters: { id: gone } }] : []),
    ]
    after = batch[batch.length - 1]
  }
}

/** A partial rebuild names what it is of by id. */
function idsOf(filters: Record<string, unknown> | undefined): string[] | null {
  const { id } = filters ?? {}
  return id === undefined ? null : [id].flat().map(String)
}
