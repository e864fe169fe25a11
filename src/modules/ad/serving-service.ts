import { Context, Logger } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import { BozorOptions, readOptions } from "../../lib/options"
import { sql } from "../../lib/sql"
import { Allowance } from "./lib/serving/allowance"
import { dayOf } from "./lib/serving/day"
import { Flusher } from "./lib/serving/flusher"
import { readSpent } from "./lib/serving/gains"
import { Meter } from "./lib/serving/meter"
import { Tally } from "./lib/serving/tally"
import { LONGEST_LIFE_MS } from "./lib/serving/tokens"
import { AdIndex, Counted, ShowableAd, Spent } from "./lib/serving/types"
import { writeCounted } from "./lib/serving/write"
import { Ad } from "./models/ad"
import { AdCharge } from "./models/ad-charge"
import { AdCreative } from "./models/ad-creative"
import { AdPlacement } from "./models/ad-placement"

const DAY_MS = 86_400_000
/** No order is owed to a click that is older than 90 days (`options.ads.attribution_days`). */
const CLICKS_KEPT_DAYS = 100

/**
 * The part of the module that shoppers meet: it counts in memory and writes what it has counted in batches. A clean stop
 * writes the rest; a crash loses one interval at most.
 */
export class ServingService extends MedusaService({ Ad, AdCreative, AdPlacement, AdCharge }) {
  __hooks = { onApplicationPrepareShutdown: () => this.stop() }
  readonly options: BozorOptions
  readonly tally = new Tally()
  readonly meter = new Meter()
  private readonly allowance = new Allowance()
  private readonly flusher: Flusher
  private readonly logger: Logger
  private index: AdIndex | undefined
  private sync: NodeJS.Timeout | undefined

  constructor(container: Record<string, unknown>, moduleOptions?: unknown) {
    super(container)
    this.options = readOptions(moduleOptions)
    this.logger = container.logger as Logger
    const delay_ms = this.options.ads.flush_seconds * 1_000
    this.flusher = new Flusher(this.tally, (events) => this.write(events), {
      delay_ms,
      onError: (error) => this.logger.error(`ads: what was counted waits to be written: ${error.message}`),
    })
  }

  /** Takes over an index that has just been read. */
  adopt(index: AdIndex): void {
    this.index = index
    this.meter.adopt(index)
  }

  /**
   * Counts an impression or a click, once per token; it is in the database an interval later.
   * @param viewer whose frequency it adds to
   * @param network where it comes from, when there is a limit to what is believed from there
   */
  count(event: Counted, viewer: string, network?: string): boolean {
    const { nonce, kind, ad_id, at } = event
    const isBelieved =
      network === undefined || this.tally.knows(nonce) || this.allowance.take(network, kind, ad_id, at)
    const company = this.index?.by_id.get(ad_id)?.company_id ?? null
    const counted = { ...event, is_unpaid: !this.meter.canPay(event, company) }
    const isNew = isBelieved && this.tally.add(counted, viewer)
    if (isNew) {
      this.meter.count(counted, company)
      this.flusher.wake()
    }
    return isNew
  }

  /** An ad goes out to a network: what it will cost is reckoned with, as far as it could be counted. */
  show(ad: ShowableAd, network: string, now: number): void {
    if (this.allowance.take(network, "show", ad.id, now)) {
      this.meter.show(ad)
    }
  }

  /** Something has been shown: what it will cost, and what other processes have spent, is looked at in an interval. */
  watch(): void {
    if (!this.sync) {
      this.sync = setTimeout(() => this.onInterval(), this.options.ads.flush_seconds * 1_000)
      this.sync.unref()
    }
  }

  /**
   * Writes what has been counted so far, as one transaction.
   * @throws {Error} of the database; what could not be written waits on
   */
  async flush(): Promise<void> {
    await this.flusher.flush()
  }

  /** Writes what is left, and sets no timer going any more. A connection that has just broken is no reason to lose it. */
  async stop(): Promise<void> {
    clearTimeout(this.sync)
    await this.flusher.stop().catch(async (error: Error) => {
      this.logger.error(
        `ads: ${this.tally.size} counts are written once more before the end: ${error.message}`
      )
      await this.flusher.stop()
    })
  }

  /**
   * Forgets tokens that nobody could use any more, and clicks and visitors that no order can be owed to.
   * @returns the number of tokens
   */
  @InjectManager()
  async prune(now: number, @MedusaContext() context: Context = {}): Promise<number> {
    const before = (milliseconds: number) => new Date(now - milliseconds)
    const kept = CLICKS_KEPT_DAYS * DAY_MS
    await sql(context, `delete from ad_click where clicked_at < ?`, [before(kept)])
    await sql(context, `delete from ad_visitor where seen_at < ?`, [before(kept)])
    const tokens = `delete from ad_token_use where used_at < ? returning nonce`
    return (await sql(context, tokens, [before(2 * LONGEST_LIFE_MS)])).length
  }

  /** What ads have spent, as the database has it, on the day of `now`. */
  @InjectManager()
  async readSpent(ids: string[], now: number, @MedusaContext() context: Context = {}): Promise<Spent[]> {
    return readSpent(context, ids, dayOf(now))
  }

  @InjectTransactionManager()
  async writeCounted(events: Counted[], @MedusaContext() context: Context = {}): Promise<Spent[]> {
    return writeCounted(context, events)
  }

  private async write(events: Counted[]): Promise<void> {
    this.meter.learn(await this.writeCounted(events))
    this.meter.written(events)
  }

  private onInterval(): void {
    this.sync = undefined
    this.meter.tick()
    const paid = [...(this.index?.by_id.values() ?? [])].filter(({ company_id }) => company_id !== null)
    if (paid.length > 0) {
      this.readSpent(
        paid.map(({ id }) => id),
        Date.now()
      )
        .then((spent) => this.meter.learn(spent))
        .catch((error: Error) => this.logger.warn(`ads: what they have spent was not read: ${error.message}`))
    }
  }
}
