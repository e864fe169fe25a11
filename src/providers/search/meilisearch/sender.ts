import { IndexPlan } from "../lib/plan"
import { Database } from "../postgres/database"
import { registeredPlan } from "../postgres/tables"
import { Client, WRITE_MS } from "./client"
import { meilisearchDocument, meilisearchSettings } from "./layout"
import { confirm, documentsOf, forgetIndex, INDEX_ITSELF, nextMissed } from "./outbox"

/** Brings Meilisearch what it has not confirmed yet, as PostgreSQL has it now. */
export class Sender {
  constructor(
    private readonly database: Database,
    private readonly client: Client,
    private readonly onNewIndex: (index: string) => void
  ) {}

  /** Sends all that is noted, and forgets what has arrived. */
  async sendAll(): Promise<void> {
    for (let missed = await nextMissed(this.database); missed; missed = await nextMissed(this.database)) {
      const { index, ids, at } = missed
      const plan = await registeredPlan(this.database, index).catch(() => null)
      if (!plan) {
        await forgetIndex(this.database, index)
        continue
      }
      if (ids.includes(INDEX_ITSELF)) {
        await this.makeIndex(index, plan)
      }
      await this.send(
        index,
        plan,
        ids.filter((id) => id !== INDEX_ITSELF)
      )
      await confirm(this.database, index, ids, at)
    }
  }

  private async makeIndex(index: string, plan: IndexPlan): Promise<void> {
    const made = await this.client.createIndex(index, { primaryKey: "id" }).waitTask({ timeout: WRITE_MS })
    if (made.status === "failed" && made.error?.code !== "index_already_exists") {
      throw new Error(made.error?.message)
    }
    await this.settled(this.client.index(index).updateSettings(meilisearchSettings(plan)))
    this.onNewIndex(index)
  }

  private async send(index: string, plan: IndexPlan, ids: string[]): Promise<void> {
    const documents = await documentsOf(this.database, index, ids)
    const there = new Set(documents.map((document) => String(document[plan.primary_key])))
    const gone = ids.filter((id) => !there.has(id))
    if (documents.length > 0) {
      const folded = documents.map((document) => meilisearchDocument(document, plan))
      await this.settled(this.client.index(index).addDocuments(folded))
    }
    if (gone.length > 0) {
      await this.settled(this.client.index(index).deleteDocuments(gone))
    }
  }

  private async settled(task: ReturnType<ReturnType<Client["index"]>["updateSettings"]>): Promise<void> {
    const { status, error } = await task.waitTask({ timeout: WRITE_MS })
    if (status !== "succeeded") {
      throw new Error(error?.message ?? `task ${status}`)
    }
  }
}
