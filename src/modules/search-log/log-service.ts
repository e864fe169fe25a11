import { Context, Logger } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
  MedusaService,
} from "@medusajs/framework/utils"
import { BatchWriter } from "../../lib/batch-writer"
import { BozorOptions, readOptions } from "../../lib/options"
import { sql } from "../../lib/sql"
import { MOST_POPULAR, POPULAR_DAYS } from "./lib/limits"
import { blockOf, keyedHash } from "./lib/people"
import * as Prune from "./lib/prune"
import { SearchTally, searchOf } from "./lib/tally"
import { LOCK_TO_WRITE, rowsOf, WRITE } from "./lib/write"
import { SearchSynonym } from "./models/search-synonym"
import { PopularText, Search, SearchNote } from "./types"

const DAY_MS = 86_400_000

type Count = { count: number }
type Config = { projectConfig?: { http?: { jwtSecret?: unknown } } }

/** A database's error without its message, which is the statement with all that people have typed: errors go to the server's log. */
const withoutStatement = (error: unknown) =>
  new Error(`the database refused it (${(error as { code?: string }).code ?? (error as Error).name})`)

/** Says which of these owners know what strangers do not. */
export type MembersReader = (ownerIds: string[]) => Promise<ReadonlySet<string>>

/**
 * The log: searches are counted in memory and written in batches. A clean stop writes the rest; a crash loses what came since
 * the last batch, a minute's at most.
 */
export class LogService extends MedusaService({ SearchSynonym }) {
  __hooks = { onApplicationPrepareShutdown: () => this.stop() }
  readonly options: BozorOptions
  /** Who is in private companies is not this module's to know; until it is told, everybody counts as one of them. */
  readMembers: MembersReader = async (ownerIds) => new Set(ownerIds)
  protected readonly tally = new SearchTally()
  private readonly flusher = new BatchWriter(this.tally, (searches) => this.write(searches))
  private readonly logger: Logger
  private readonly secret: () => unknown

  constructor(container: Record<string, unknown>, moduleOptions?: unknown) {
    super(container)
    this.secret = () => (container.configModule as Config | undefined)?.projectConfig?.http?.jwtSecret
    this.options = readOptions(moduleOptions)
    this.logger = container.logger as Logger
  }

  /** Notes a search; it is written later, behind somebody's answer. */
  note(note: SearchNote, now = Date.now()): void {
    const engine = this.options.search.meilisearch ? "meilisearch" : "postgres"
    const search = searchOf(note, now, engine, (address) => {
      const block = blockOf(address)
      return block === null ? null : this.hashOf("network", block)
    })
    if (search) {
      this.tally.add(search)
    }
    if (this.tally.isDue(now)) {
      setImmediate(() => void this.tryFlush())
    }
  }

  /** Writes what waits. @throws {Error} of the database; it waits on */
  async flush(): Promise<void> {
    await this.flusher.flush()
  }

  /** Writes what waits; where that fails it is logged, and waits on. */
  async tryFlush(): Promise<void> {
    await this.flush().catch((error: Error) =>
      this.logger.error(`search: what was searched for waits to be written: ${error.message}`)
    )
  }

  /** Ends the process's part: what waits is written, or it is said that it could not be. */
  async stop(): Promise<void> {
    await this.tryFlush()
  }

  /** Makes anew what is popular. */
  @InjectManager()
  async renewPopular(now: number, @MedusaContext() context: Context = {}): Promise<void> {
    await sql(context, Prune.POPULAR, [new Date(now - POPULAR_DAYS * DAY_MS).toISOString()])
  }

  /** What many have searched for lately, what most have first. Texts are not filtered here. */
  @InjectManager()
  async popular(@MedusaContext() context: Context = {}): Promise<PopularText[]> {
    return sql<PopularText>(
      context,
      `select folded, text, locale, people from search_popular order by people desc, folded limit ${MOST_POPULAR}`
    )
  }

  /** One batch of a kind of pruning. @returns how many rows it was about */
  @InjectManager()
  async pruneBatch(
    kind: keyof typeof Prune.PRUNING,
    values: [string, number],
    @MedusaContext() context: Context = {}
  ): Promise<number> {
    const [{ count }] = await sql<Count>(context, Prune.PRUNING[kind], values)
    return count
  }

  protected hashOf(kind: "owner" | "network", text: string): string {
    const secret = this.secret()
    if (typeof secret !== "string" || secret === "") {
      throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, "projectConfig.http.jwtSecret must be a text")
    }
    return keyedHash(secret, kind, text)
  }

  private async write(searches: Search[]): Promise<void> {
    const owners = new Set(searches.flatMap(({ owner_id }) => owner_id ?? []))
    try {
      await this.writeRows(searches, owners.size > 0 ? await this.readMembers([...owners]) : owners)
    } catch (error) {
      throw withoutStatement(error)
    }
  }

  @InjectTransactionManager()
  private async writeRows(
    searches: Search[],
    members: ReadonlySet<string>,
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    const [{ now }] = await sql<{ now: Date | string }>(context, LOCK_TO_WRITE)
    // Read after the answer: a search then seems older than it is, by the way of the answer, and never newer than a deletion.
    const ahead_ms = new Date(now).getTime() - Date.now()
    const people = { hashOf: (ownerId: string) => this.hashOf("owner", ownerId), members }
    await sql(context, WRITE, [rowsOf(searches, people, ahead_ms)])
  }
}
