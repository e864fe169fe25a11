import { Logger, ProviderSearchQuery } from "@medusajs/framework/types"
import { queryWords, QueryWord, Synonyms } from "../../../lib/words"
import { IndexPlan, planOf } from "../lib/plan"
import { ownOptions, pageOf } from "../lib/request"
import { Database } from "../postgres/database"
import { Breaker } from "./breaker"
import { Sender } from "./sender"
import { Client, connect, SEARCH_MS, Settings, WRITE_MS } from "./client"
import { meilisearchFilter } from "./filters"
import { meilisearchSynonyms, MOST_HITS } from "./layout"
import { forgetIndex, INDEX_ITSELF, makeOutbox, note, noteAll } from "./outbox"

const COOL_DOWN_MS = 5_000

export type MeilisearchHits = { ids: string[]; total: number }

/** Meilisearch beside PostgreSQL: it is told of every document and asked for the order of hits; while it is away, nobody waits. */
export class MeilisearchEngine {
  readonly breaker: Breaker
  private readonly asking: Client
  private readonly writing: Client
  private readonly sender: Sender
  private readonly told = new Map<string, Synonyms>()

  constructor(
    private readonly database: Database,
    settings: Settings,
    logger: Pick<Logger, "warn" | "info">,
    { cool_down_ms = COOL_DOWN_MS, search_ms = SEARCH_MS } = {}
  ) {
    this.asking = connect(settings, search_ms)
    this.writing = connect(settings, WRITE_MS)
    this.sender = new Sender(database, this.writing, (index) => this.told.delete(index))
    this.breaker = new Breaker(
      {
        onOpen: ({ message }) =>
          logger.warn(`search: Meilisearch does not answer, PostgreSQL does: ${message}`),
        onClose: () => logger.info("search: Meilisearch answers again"),
      },
      { cool_down_ms }
    )
  }

  /** Makes an index there, or notes that it is to be made. */
  async addIndex(index: string): Promise<void> {
    await makeOutbox(this.database)
    await note(this.database, index, [INDEX_ITSELF])
    await this.deliver()
  }

  async dropIndex(index: string): Promise<void> {
    await makeOutbox(this.database)
    await forgetIndex(this.database, index)
    await this.unlessAway(async () => {
      await this.writing.deleteIndex(index).waitTask({ timeout: WRITE_MS })
    })
  }

  /** Tells of documents that PostgreSQL has or has no more; what does not arrive is sent again when it can. */
  async tell(index: string, ids: string[]): Promise<void> {
    if (ids.length > 0) {
      await note(this.database, index, ids)
    }
    await this.deliver()
  }

  /** Notes an index and everything in it. */
  async noteAll(index: string): Promise<void> {
    await makeOutbox(this.database)
    await noteAll(this.database, index)
  }

  /** Sends what is noted, unless the engine is away; then tries whether it is back. */
  async deliver(): Promise<void> {
    await (this.breaker.isOpen
      ? this.breaker.tryAgain(() => this.comeBack())
      : this.unlessAway(() => this.sendMissed()))
  }

  private async comeBack(): Promise<void> {
    await this.asking.health()
    await this.sendMissed()
  }

  /** One sender at a time, in all processes: two would overwrite newer documents with older ones. */
  private async sendMissed(): Promise<void> {
    await this.database.transaction(async (run) => {
      const { rows } = await run.raw<{ mine: boolean }>(
        `select pg_try_advisory_xact_lock(hashtext('bozor_search_outbox')) as mine`
      )
      await (rows[0].mine ? this.sender.sendAll() : undefined)
    })
  }

  /**
   * The order of hits by Meilisearch.
   * @returns null when PostgreSQL is to answer: the engine is away, cannot say what is asked, or finds nothing
   */
  async search(query: ProviderSearchQuery): Promise<MeilisearchHits | null> {
    const words = queryWords(query.q ?? "")
    const plan = planOf(query.index)
    const filter = meilisearchFilter(query.filters, plan)
    const { skip, take } = pageOf(query)
    const { distinct, min_score, attributes_to_search_on, match_strategy } = query.search_options ?? {}
    const isBeyond =
      distinct || min_score !== undefined || attributes_to_search_on || match_strategy === "any"
    if (words.length === 0 || filter === null || isBeyond || skip + take > MOST_HITS) {
      return null
    }
    if (this.breaker.isOpen) {
      // Behind the answer; a failure is the breaker's.
      void this.breaker.tryAgain(() => this.comeBack())
      return null
    }
    return this.unlessAway(() => this.ask(query, plan, words, filter))
  }

  private async ask(
    query: ProviderSearchQuery,
    plan: IndexPlan,
    words: QueryWord[],
    filter: string
  ): Promise<MeilisearchHits | null> {
    const index = query.index.physical_name
    this.tellSynonyms(index, ownOptions(query).synonyms)
    const { skip, take } = pageOf(query)
    const sort = Object.entries(query.pagination?.order ?? {}).flatMap(([path, direction]) => {
      const column = plan.columns.get(path)
      return column ? [`${column.name}:${direction.toLowerCase()}`] : []
    })
    const options = {
      filter: filter || undefined,
      offset: skip,
      limit: take,
      sort,
      attributesToRetrieve: ["id"],
    }
    const { hits, estimatedTotalHits } = await this.asking
      .index<{ id: string }>(index)
      .search(words.map(said).join(" "), { ...options, matchingStrategy: "all" })
    // Typos and slips that it does not forgive PostgreSQL does, and it knows what to do when no goods have all of the words.
    return hits.length > 0
      ? { ids: hits.map(({ id }) => id), total: estimatedTotalHits ?? hits.length }
      : null
  }

  /** Behind the answer: the next one is asked with them. */
  private tellSynonyms(index: string, synonyms: Synonyms | undefined): void {
    if (synonyms && this.told.get(index) !== synonyms) {
      this.told.set(index, synonyms)
      this.writing
        .index(index)
        .updateSynonyms(meilisearchSynonyms(synonyms))
        .then(undefined, () => this.told.delete(index))
    }
  }

  /** Runs something that asks the engine; when that fails, it counts as away. */
  private async unlessAway<Result>(work: () => Promise<Result>): Promise<Result | null> {
    if (this.breaker.isOpen) {
      return null
    }
    try {
      return await work()
    } catch (error) {
      await this.noteLost(error)
      this.breaker.fail(error as Error)
      return null
    }
  }

  /** An engine that has lost an index gets it again, whole. */
  private async noteLost(error: unknown): Promise<void> {
    const { code, message } = (error as { cause?: { code?: string; message?: string } }).cause ?? {}
    const [, index] = /Index `([^`]+)` not found/.exec(message ?? "") ?? []
    if (code === "index_not_found" && index) {
      await this.noteAll(index)
    }
  }
}

/** A word as it is asked for: its stem, which its prefix is too; numbers and codes as they are. */
const said = ({ folded, stem }: QueryWord) => (/\d/.test(folded) ? folded : stem)
