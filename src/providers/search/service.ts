import {
  Logger,
  ProviderSearchQuery,
  ResolvedSearchIndexDefinition,
  SearchDeleteDocumentsInput,
  SearchDocument,
  SearchIndexInfo,
  SearchResult,
  SearchTask,
} from "@medusajs/framework/types"
import { AbstractSearchProviderService, ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { readOptions } from "../../lib/options"
import { compileFilters } from "./lib/filters"
import { planOf } from "./lib/plan"
import { refuseUnsupported } from "./lib/request"
import { MeilisearchEngine } from "./meilisearch/engine"
import { Database, onIndex, quoted } from "./postgres/database"
import { answerHits, searchPostgres } from "./postgres/engine"
import { createTables, dropTables, REGISTRY, registeredPlan, tablesOf } from "./postgres/tables"
import { deleteDocuments, writeDocuments } from "./postgres/write"

type Cradle = { [ContainerRegistrationKeys.PG_CONNECTION]: Database; logger: Logger }

const done = (index: string): SearchTask => ({ index, status: "succeeded" })

/** Searches of the market (docs/search.md): PostgreSQL, with Meilisearch before it where there is one. */
class BozorSearchProvider extends AbstractSearchProviderService {
  static override identifier = "bozor"
  private readonly database: Database
  private readonly meilisearch: MeilisearchEngine | null

  /** @param timing for tests */
  constructor(cradle: Cradle, options?: unknown, timing?: { cool_down_ms: number; search_ms: number }) {
    super()
    this.database = cradle[ContainerRegistrationKeys.PG_CONNECTION]
    const { meilisearch } = readOptions(options).search
    this.meilisearch = meilisearch
      ? new MeilisearchEngine(this.database, meilisearch, cradle.logger, timing)
      : null
  }

  override async upsertIndex({ index }: { index: ResolvedSearchIndexDefinition }): Promise<SearchTask> {
    await createTables(this.database, index)
    await this.meilisearch?.addIndex(index.physical_name)
    return done(index.physical_name)
  }

  override async deleteIndex({ index }: { index: string }): Promise<SearchTask> {
    await this.database.transaction((run) => dropTables(run, index))
    await this.meilisearch?.dropIndex(index)
    return done(index)
  }

  override async listIndexes(): Promise<SearchIndexInfo[]> {
    const { rows } = await this.database.raw<{ name: string }>(`select name from ${REGISTRY} order by name`)
    const infos: SearchIndexInfo[] = []
    for (const { name } of rows) {
      const counted = await this.database.raw<{ count: string }>(
        `select count(*) as count from ${quoted(tablesOf(name).index)}`
      )
      infos.push({
        name,
        provider: BozorSearchProvider.identifier,
        document_count: Number(counted.rows[0].count),
      })
    }
    return infos
  }

  override async upsertDocuments({
    index,
    definition,
    documents,
  }: {
    index: string
    definition: ResolvedSearchIndexDefinition
    documents: SearchDocument[]
  }): Promise<SearchTask> {
    await onIndex(index, () => writeDocuments(this.database, index, planOf(definition), documents))
    await this.meilisearch?.tell(
      index,
      documents.map((document) => String(document[definition.primary_key]))
    )
    return done(index)
  }

  override async deleteDocuments({ index, filters }: SearchDeleteDocumentsInput): Promise<SearchTask> {
    await onIndex(index, async () => {
      const condition = compileFilters(filters, await registeredPlan(this.database, index))
      const gone = await deleteDocuments(this.database, index, condition)
      // Also a deletion of nothing: it is how the minute's job has what did not arrive sent again.
      await this.meilisearch?.tell(index, gone)
    })
    return done(index)
  }

  override async clearIndex({ index }: { index: string }): Promise<SearchTask> {
    await onIndex(index, async () => {
      await this.meilisearch?.noteAll(index)
      for (const table of Object.values(tablesOf(index))) {
        await this.database.raw(`truncate ${quoted(table)}`)
      }
      await this.meilisearch?.deliver()
    })
    return done(index)
  }

  override async search(query: ProviderSearchQuery): Promise<SearchResult> {
    refuseUnsupported(query)
    const found = await this.meilisearch?.search(query)
    return found ? answerHits(this.database, query, found) : searchPostgres(this.database, query)
  }

  /** One after another: each has a connection of the pool to itself, and a page must not take all of them. */
  override async searchMany(queries: ProviderSearchQuery[]): Promise<SearchResult[]> {
    const results: SearchResult[] = []
    for (const query of queries) {
      results.push(await this.search(query))
    }
    return results
  }
}

export default BozorSearchProvider
