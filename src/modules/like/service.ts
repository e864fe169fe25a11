import { Context } from "@medusajs/framework/types"
import {
  generateEntityId,
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import { assertId, notFound } from "../../lib/errors"
import { secretToken, sha256 } from "../../lib/ids"
import { BozorOptions, readOptions } from "../../lib/options"
import { sql } from "../../lib/sql"
import * as Lists from "./lib/lists"
import { FORGET, MERGE } from "./lib/merge"
import { Difference, rebuildCounters } from "./lib/rebuild"
import { refusal } from "./lib/refuse"
import { LikeList } from "./models/like-list"

class LikeModuleService extends MedusaService({ LikeList }) {
  readonly options: BozorOptions

  constructor(container: Record<string, unknown>, moduleOptions?: unknown) {
    super(container)
    this.options = readOptions(moduleOptions)
  }

  /**
   * Gives a customer what they liked before they signed in; a second time there is nothing left to give. One statement.
   * @returns likes that the customer did not have
   */
  @InjectManager()
  async mergeVisitor(
    input: { visitor_id: string; customer_id: string },
    @MedusaContext() context: Context = {}
  ): Promise<number> {
    assertId(input.visitor_id, "visitor id")
    assertId(input.customer_id, "customer id")
    const values = [input.visitor_id, input.customer_id]
    const [{ merged }] = await sql<{ merged: number }>(context, MERGE, values)
    return merged
  }

  /** Forgets likes of visitors from before a time, at most `most`. @returns how many went */
  @InjectManager()
  async forgetGuests(before: Date, most: number, @MedusaContext() context: Context = {}): Promise<number> {
    const [{ removed }] = await sql<{ removed: number }>(context, FORGET, [before.toISOString(), most])
    return removed
  }

  /** Counts everything anew and says what was wrong. Who likes meanwhile waits. */
  @InjectTransactionManager()
  async rebuild(@MedusaContext() context: Context = {}): Promise<Difference[]> {
    return rebuildCounters((statement) => sql(context, statement))
  }

  /**
   * A new list of a customer.
   * @throws {MedusaError} LIKE_LISTS_FULL
   */
  @InjectManager()
  async startList(
    customerId: string,
    name: string,
    @MedusaContext() context: Context = {}
  ): Promise<{ id: string }> {
    assertId(customerId, "customer id")
    const id = generateEntityId(undefined, "llst")
    await this.onList(context, Lists.CREATE, [id, customerId, name], id)
    return { id }
  }

  /** @throws {MedusaError} 404, also for another customer's */
  @InjectManager()
  async renameList(
    input: { id: string; customer_id: string; name: string },
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    await this.onList(context, Lists.RENAME, [input.name, input.id, input.customer_id], input.id)
  }

  /** @throws {MedusaError} 404, also for another customer's */
  @InjectManager()
  async dropList(
    input: { id: string; customer_id: string },
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    await this.onList(context, Lists.DELETE, [input.id, input.customer_id], input.id)
  }

  /**
   * Makes the secret of a list's address, which is told once and kept as a hash; an older one is worth nothing any more.
   * @throws {MedusaError} 404, also for another customer's
   */
  @InjectManager()
  async shareList(
    input: { id: string; customer_id: string },
    @MedusaContext() context: Context = {}
  ): Promise<string> {
    const token = secretToken()
    await this.onList(context, Lists.SHARE, [sha256(token), input.id, input.customer_id], input.id)
    return token
  }

  /** Takes the secret back. @throws {MedusaError} 404, also for another customer's */
  @InjectManager()
  async unshareList(
    input: { id: string; customer_id: string },
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    await this.onList(context, Lists.SHARE, [null, input.id, input.customer_id], input.id)
  }

  /** Takes goods out of a list; they need not be in it. @throws {MedusaError} 404, also for another customer's list */
  @InjectManager()
  async removeItem(
    input: { id: string; customer_id: string; product_id: string },
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    const { id, customer_id, product_id } = input
    await this.onList(context, Lists.REMOVE_ITEM, [id, customer_id, product_id], id)
  }

  /** Runs a statement that answers the list's id when there is such a list. */
  private async onList(context: Context, statement: string, values: unknown[], id: string): Promise<void> {
    const rows = await sql<{ id: string }>(context, statement, values).catch((error: unknown) => {
      throw refusal(error)
    })
    if (rows.length === 0) {
      throw notFound("Like list", id)
    }
  }
}

export default LikeModuleService
