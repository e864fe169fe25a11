import { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { assertId, notFound } from "../../lib/errors"
import { sql } from "../../lib/sql"
import * as History from "./lib/history"
import { LOCK_TO_DELETE, LOCK_TO_WRITE } from "./lib/write"
import { LogService } from "./log-service"
import { HistoryEntry } from "./types"

type Count = { count: number }

/** Everybody's own part: their last searches, which they may forget. */
export class HistoryService extends LogService {
  /** The last searches of somebody, newest first, those included that wait to be written here. */
  @InjectManager()
  async historyOf(ownerId: string, @MedusaContext() context: Context = {}): Promise<HistoryEntry[]> {
    assertId(ownerId, "owner id")
    await this.settle([ownerId])
    return sql<HistoryEntry>(context, History.READ, [ownerId])
  }

  /**
   * Forgets one search of somebody's, wherever it waits to be written once more.
   * @param input.owner_ids a customer, and the visitor whose token they send
   * @throws {MedusaError} 404, also for another's
   */
  async dropSearch(input: { id: string; owner_ids: string[] }): Promise<void> {
    assertId(input.id, "search id")
    input.owner_ids.forEach((id) => assertId(id, "owner id"))
    await this.settle(input.owner_ids)
    if (!(await this.deleteOne(input))) {
      throw notFound("Search", input.id)
    }
    input.owner_ids.forEach((id) => this.tally.forgetLast(id))
  }

  /**
   * Forgets all searches of somebody's, wherever more of them wait to be written, and whose they were.
   * @param ownerIds a customer, and the visitor whose token they send
   * @returns how many went from the history
   */
  async dropHistory(ownerIds: string[]): Promise<number> {
    ownerIds.forEach((id) => assertId(id, "owner id"))
    // What waits here goes without its person; what is being written is there before the deletion, or meets its mark.
    ownerIds.forEach((id) => this.tally.forget(id))
    return this.deleteAll(ownerIds)
  }

  /**
   * Gives a customer what they searched for before they signed in; a second time there is nothing left.
   * @returns how many searches there were
   */
  async mergeVisitor(input: { visitor_id: string; customer_id: string }): Promise<number> {
    assertId(input.visitor_id, "visitor id")
    assertId(input.customer_id, "customer id")
    await this.settle([input.visitor_id])
    const members = await this.readMembers([input.customer_id])
    return this.moveAll({ ...input, is_member: members.has(input.customer_id) })
  }

  @InjectTransactionManager()
  private async deleteOne(
    { id, owner_ids }: { id: string; owner_ids: string[] },
    @MedusaContext() context: Context = {}
  ): Promise<boolean> {
    await sql(context, LOCK_TO_DELETE)
    return (await sql(context, History.DROP_ONE, [...this.whose(owner_ids), id])).length > 0
  }

  @InjectTransactionManager()
  private async deleteAll(ownerIds: string[], @MedusaContext() context: Context = {}): Promise<number> {
    await sql(context, LOCK_TO_DELETE)
    const [{ count }] = await sql<Count>(context, History.DROP_ALL, this.whose(ownerIds))
    return count
  }

  @InjectTransactionManager()
  private async moveAll(
    { visitor_id, customer_id, is_member }: { visitor_id: string; customer_id: string; is_member: boolean },
    @MedusaContext() context: Context = {}
  ): Promise<number> {
    const hashes = [visitor_id, customer_id].map((id) => this.hashOf("owner", id))
    await sql(context, LOCK_TO_WRITE)
    const values = [visitor_id, customer_id, ...hashes, is_member]
    const [{ count }] = await sql<Count>(context, History.MERGE, values)
    return count
  }

  private whose(ownerIds: string[]): [string, string] {
    return [JSON.stringify(ownerIds), JSON.stringify(ownerIds.map((id) => this.hashOf("owner", id)))]
  }

  /** What waits of somebody's here is written, if it can be, before anything is done with their rows. */
  private async settle(ownerIds: string[]): Promise<void> {
    if (ownerIds.some((id) => this.tally.has(id))) {
      await this.tryFlush()
    }
  }
}
