import { api, ApiError } from "../../../lib/api"
import { sendBatch, type Sent } from "../lib/batch"
import {
  answered,
  enqueue,
  PATIENCE_MS,
  sendable,
  tell,
  unanswered,
  type Entry,
  type Sender,
} from "../lib/queue"
import type { SaleRequest, SaleResult } from "../lib/types"
import { changeEntry, putEntry, readQueue } from "./kept"
import type { Link } from "./link"
import { newId } from "./uuid"

const CALL_TIMEOUT_MS = 45_000

const after = <T>(ms: number, value: T) => new Promise<T>((resolve) => setTimeout(() => resolve(value), ms))

/**
 * Sends sales of one company, each exactly once. Which tab sends is decided by a lock of the browser; where there is none
 * (plain http in a shop's network) two may send the same, and the server answers both alike.
 */
export class QueueSender {
  private isSending = false

  constructor(
    private readonly companyId: string,
    private readonly link: Link,
    private readonly who: () => Sender
  ) {}

  /** Sends what waits. Called often; does nothing while another call or tab is at it. */
  async flush(): Promise<void> {
    if (this.isSending || this.link.state.status === "offline") {
      return
    }
    this.isSending = true
    try {
      await this.alone(() => this.sendAll())
    } finally {
      this.isSending = false
    }
  }

  /**
   * A sale from the counter: written first, then sent at once. Waits for the answer a few seconds, and goes on without.
   * @returns the entry as the screen has to tell it
   */
  async sell(sale: Parameters<typeof enqueue>[0]): Promise<Entry> {
    const entry = enqueue(sale, Date.now())
    if (!(await putEntry(entry))) {
      return this.sell({ ...sale, request: { ...sale.request, client_id: newId() } })
    }
    if (entry.is_told) {
      return entry
    }
    const sent = this.sendOne(entry)
    const answer = await Promise.race([sent, after(PATIENCE_MS, null)])
    if (answer && answer.state !== "waiting") {
      return answer
    }
    return (await changeEntry(this.companyId, entry.client_id, tell)) ?? entry
  }

  private async sendOne(entry: Entry): Promise<Entry | null> {
    await this.sendThese([entry])
    return changeEntry(this.companyId, entry.client_id, (known) => known)
  }

  private async sendAll(): Promise<void> {
    for (let round = 0; round < 100; round++) {
      const batch = sendable(await readQueue(this.companyId), this.who(), Date.now())
      if (batch.length === 0 || !(await this.sendThese(batch))) {
        return
      }
    }
  }

  /** @returns whether the server was reached */
  private async sendThese(entries: Entry[]): Promise<boolean> {
    const { outcomes, failure } = await sendBatch(entries, this.post, this.link.now)
    this.link.note(failure?.status ?? 200, failure?.code)
    const turns = new Map(entries.map((entry) => [entry.client_id, entry.turns]))
    for (const outcome of outcomes) {
      await changeEntry(this.companyId, outcome.client_id, (entry) =>
        "result" in outcome
          ? answered(entry, outcome.result, Date.now(), turns.get(outcome.client_id))
          : unanswered(entry, outcome.code, Date.now())
      )
    }
    return failure === null
  }

  private post = async (sales: SaleRequest[]): Promise<Sent> => {
    const lost: Sent = { kind: "failed", status: 0, code: "OFFLINE" }
    return Promise.race([this.call(sales, lost), after(CALL_TIMEOUT_MS, lost)])
  }

  private async call(sales: SaleRequest[], lost: Sent): Promise<Sent> {
    try {
      // The company of the queue, whichever another tab has chosen meanwhile.
      const company = { "x-company-id": this.companyId }
      const { results } = await api.post<{ results: SaleResult[] }>("/merchant/pos/sales", { sales }, company)
      return Array.isArray(results) ? { kind: "results", results } : lost
    } catch (error) {
      return error instanceof ApiError ? { kind: "failed", status: error.status, code: error.code } : lost
    }
  }

  private async alone(job: () => Promise<void>): Promise<void> {
    if (!navigator.locks) {
      return job()
    }
    await navigator.locks.request(`bozor-pos-send-${this.companyId}`, { ifAvailable: true }, async (lock) => {
      if (lock) {
        await job()
      }
    })
  }
}
