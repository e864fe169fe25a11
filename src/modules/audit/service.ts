import { Context, Logger } from "@medusajs/framework/types"
import {
  generateEntityId,
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import { BozorOptions, readOptions } from "../../lib/options"
import { sql } from "../../lib/sql"
import { AppendQueue } from "./lib/append-queue"
import { CountedDenial, DenialCounter } from "./lib/denial-counter"
import { appendDenials, appendFinished, appendInterrupted } from "./lib/write"
import { AuditAnchor } from "./models/audit-anchor"
import { AuditDenial } from "./models/audit-denial"
import { AuditEntry } from "./models/audit-entry"
import { AuditIntent } from "./models/audit-intent"
import { Denial, Draft, Finished } from "./types"

const DAY_MS = 86_400_000

class AuditModuleService extends MedusaService({ AuditEntry, AuditIntent, AuditDenial, AuditAnchor }) {
  readonly options: BozorOptions["audit"]
  private readonly queue: AppendQueue
  private readonly denials: DenialCounter
  private readonly jobs = new Set<Promise<unknown>>()

  /** What is still on its way is written before the process ends. */
  __hooks = { onApplicationPrepareShutdown: () => this.drain() }

  constructor({ logger }: { logger: Logger }, moduleOptions: unknown) {
    // eslint-disable-next-line prefer-rest-params
    super(...arguments)
    this.options = readOptions(moduleOptions).audit
    this.queue = new AppendQueue(
      (finished, { is_retry }) => this.append(finished, is_retry),
      // The message of a database error may quote values; the intent stays, and a job makes an entry of it.
      (error, { action, intent_id }) =>
        logger.error(
          `audit: ${action} (${intent_id ?? "refused"}) was not written: ${(error as Error)?.name}`
        )
    )
    this.denials = new DenialCounter((counted) =>
      this.countDenials(counted).catch((error: Error) =>
        logger.error(`audit: refusals were not counted: ${error.name}`)
      )
    )
  }

  /**
   * Writes down that a write is about to be tried. Until its answer is known this row is all there is, so it is written
   * before the handler runs.
   * @returns the intent's id
   */
  @InjectManager()
  async intend(draft: Draft, @MedusaContext() context: Context = {}): Promise<string> {
    const id = generateEntityId(undefined, "audint")
    await sql(context, `insert into audit_intent (id, at, draft) values (?, ?, ?::jsonb)`, [
      id,
      draft.at,
      JSON.stringify(draft),
    ])
    return id
  }

  /** Hands a finished write to the chain; it is there a moment later. */
  finish(finished: Finished): void {
    this.queue.add(finished)
  }

  /** Counts a refusal of somebody unknown. */
  deny(denial: Denial): void {
    this.denials.add(denial)
  }

  /** Lets `drain` wait for work that will hand something over. */
  async during<T>(job: Promise<T>): Promise<T> {
    this.jobs.add(job)
    return job.finally(() => this.jobs.delete(job))
  }

  /** Waits until all that was handed over is in the database. */
  async drain(): Promise<void> {
    await Promise.allSettled(this.jobs)
    await this.queue.drain()
    await this.denials.drain()
  }

  /** An attempt of nobody that came to nothing leaves no entry of its own, only a count. */
  @InjectManager()
  async forget(intentId: string, @MedusaContext() context: Context = {}): Promise<void> {
    await sql(context, `delete from audit_intent where id = ?`, [intentId])
  }

  /** Puts finished writes into the chain, as one transaction under the chain's lock. */
  @InjectTransactionManager()
  async append(finished: Finished[], isRetry = false, @MedusaContext() context: Context = {}): Promise<void> {
    await appendFinished(context, finished, isRetry)
  }

  @InjectManager()
  async countDenials(counted: CountedDenial[], @MedusaContext() context: Context = {}): Promise<void> {
    const rows = counted.map((row) => ({ ...row, id: generateEntityId(undefined, "auden") }))
    await sql(
      context,
      `insert into audit_denial (id, minute, action, status_code, error_code, address, count)
       select r.id, r.minute, r.action, r.status_code, coalesce(r.error_code, ''), r.address, r.count
         from jsonb_to_recordset(?::jsonb) as r(id text, minute timestamptz, action text, status_code integer,
           error_code text, address text, count integer)
       on conflict (minute, action, status_code, error_code, address)
         do update set count = audit_denial.count + excluded.count`,
      [JSON.stringify(rows)]
    )
  }

  /**
   * Makes entries of what lies about: intents that are older than a quarter of an hour (the process died, or the answer
   * never came), and the counts of minutes that are over.
   */
  async sweep(now: number, patienceMs = 15 * 60_000): Promise<{ interrupted: number; denials: number }> {
    return {
      interrupted: await this.appendInterrupted_(new Date(now - patienceMs)),
      denials: await this.appendDenials_(new Date(Math.floor(now / 60_000) * 60_000)),
    }
  }

  @InjectTransactionManager()
  protected async appendInterrupted_(before: Date, @MedusaContext() context: Context = {}): Promise<number> {
    return appendInterrupted(context, before)
  }

  @InjectTransactionManager()
  protected async appendDenials_(before: Date, @MedusaContext() context: Context = {}): Promise<number> {
    return appendDenials(context, before)
  }

  /**
   * Removes the oldest entries, up to the first that is younger than the retention, and leaves an anchor in their place.
   * @returns how many were removed; 0 with a retention of 0, which keeps everything
   */
  @InjectManager()
  async prune(now: number, @MedusaContext() context: Context = {}): Promise<number> {
    const { retention_days: days } = this.options
    if (days === 0) {
      return 0
    }
    const [row] = await sql<{ removed: string }>(context, `select audit_prune(?) as removed`, [
      new Date(now - days * DAY_MS),
    ])
    return Number(row.removed)
  }
}

export default AuditModuleService
