import { Context, InferTypeOf, Logger } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import { assertId } from "../../lib/errors"
import { sql } from "../../lib/sql"
import { drawShortCodes } from "./lib/short-code"
import { CompanyOrder } from "./models/company-order"
import { CompanyOrderLine } from "./models/company-order-line"
import { CompanyRefund } from "./models/company-refund"
import { OrderGroup } from "./models/order-group"
import { OrderSeen } from "./models/order-seen"
import { findRefunds, NewRefund, RefundView } from "./lib/refund-rows"
import { absorbRefunds, moveRefund, RefundMove, requestRefund } from "./lib/refunds"
import { FOLLOW_ALL, installFollowers } from "./lib/follow-medusa"
import { markOrdersPaid } from "./lib/mark-paid"
import { NewCompanyOrder } from "./types"

export type OrderGroupDTO = InferTypeOf<typeof OrderGroup>
export type CompanyOrderDTO = InferTypeOf<typeof CompanyOrder>
export type OrderGroupStatus = OrderGroupDTO["status"]

export type { NewCompanyOrder }

class OrderGroupModuleService extends MedusaService({
  OrderGroup,
  CompanyOrder,
  CompanyOrderLine,
  CompanyRefund,
  OrderSeen,
}) {
  /** Medusa calls it in every process that starts, and swallows what it throws. */
  __hooks = {
    onApplicationStart: () =>
      this.followMedusa().catch((error: Error) =>
        this.logger_.error(`orders cannot follow Medusa's fulfilments: ${error.message}`)
      ),
  }
  private readonly logger_: Logger

  constructor(container: { logger: Logger }) {
    // eslint-disable-next-line prefer-rest-params
    super(...arguments)
    this.logger_ = container.logger
  }

  /** Makes the triggers that keep orders up with Medusa, where they are missing (`lib/follow-medusa.ts`). */
  @InjectTransactionManager()
  async followMedusa(@MedusaContext() context: Context = {}): Promise<void> {
    await installFollowers((statement, values) => sql(context, statement, values))
  }

  /** Brings orders up to Medusa that have come apart from it all the same. @returns their number */
  @InjectTransactionManager()
  async repairStandings(@MedusaContext() context: Context = {}): Promise<number> {
    return (await sql(context, FOLLOW_ALL)).length
  }

  /** Writes a group's company orders with their frozen lines, and draws a free short code for each. */
  @InjectTransactionManager()
  async addCompanyOrders(
    groupId: string,
    orders: NewCompanyOrder[],
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    assertId(groupId, "order group id")
    const rows = []
    for (const order of orders) {
      rows.push({
        ...order,
        group_id: groupId,
        short_code: await this.freeShortCode_(order.company_id, context),
      })
    }
    await this.createCompanyOrders(rows as never, context)
  }

  private async freeShortCode_(companyId: string, context: Context): Promise<string> {
    const candidates = drawShortCodes()
    const taken = await sql<{ short_code: string }>(
      context,
      `select short_code from company_order
        where company_id = ? and short_code in (${candidates.map(() => "?").join(", ")}) and deleted_at is null`,
      [companyId, ...candidates]
    )
    return candidates.find((code) => !taken.some(({ short_code }) => short_code === code))!
  }

  /**
   * Moves a group from one of the given states to another, as one compare-and-set.
   * @returns whether this call moved it
   */
  @InjectTransactionManager()
  async moveGroup(
    groupId: string,
    move: { from: OrderGroupStatus[]; to: OrderGroupStatus },
    @MedusaContext() context: Context = {}
  ): Promise<boolean> {
    assertId(groupId, "order group id")
    const rows = await sql(
      context,
      `update order_group set status = ?, updated_at = now(),
              paid_at = case when ? = 'paid' then now() else paid_at end
        where id = ? and status in (${move.from.map(() => "?").join(", ")}) and deleted_at is null returning id`,
      [move.to, move.to, groupId, ...move.from]
    )
    return rows.length > 0
  }

  /** Ends a checkout: the group stands. Answers the orders that are paid with that, because they cost nothing. */
  @InjectTransactionManager()
  async openGroup(
    input: {
      id: string
      total: string
      provider_id: string | null
      expires_at: Date | null
      status: "pending" | "paid"
    },
    @MedusaContext() context: Context = {}
  ): Promise<Array<{ id: string; order_id: string; company_id: string }>> {
    assertId(input.id, "order group id")
    await this.updateOrderGroups(
      { ...input, paid_at: input.status === "paid" ? new Date() : null } as never,
      context
    )
    return input.status === "paid" ? markOrdersPaid(context, input.id, input.provider_id) : []
  }

  /**
   * Writes a refund down before anybody is asked for the money. The order's row is locked meanwhile, so refunds at the
   * same moment never add up to more than was paid. The same `request_key` again answers the first refund.
   * @throws {MedusaError} 404 for another company's order; REFUND_NOT_PAID and the refusals of `planRefund`
   */
  @InjectTransactionManager()
  async requestRefund(input: NewRefund, @MedusaContext() context: Context = {}) {
    assertId(input.order_id, "order id")
    return requestRefund(context, input)
  }

  /**
   * Moves a refund from one of the given states, as one compare-and-set; a success is added to its order's total.
   * @returns whether this call moved it
   */
  @InjectTransactionManager()
  async moveRefund(id: string, move: RefundMove, @MedusaContext() context: Context = {}): Promise<boolean> {
    assertId(id, "refund id")
    return moveRefund(context, id, move)
  }

  /** A provider has given back everything that a group paid: refunds that wait are done, the rest becomes one each. */
  @InjectTransactionManager()
  async absorbRefunds(groupId: string, proof: string, @MedusaContext() context: Context = {}): Promise<void> {
    assertId(groupId, "order group id")
    return absorbRefunds(context, groupId, proof)
  }

  /** One refund, or several; those of a group or an order; or those left in the middle and not touched since a time. */
  @InjectManager()
  async findRefunds(
    find:
      | { id: string }
      | { ids: string[] }
      | { group_id: string }
      | { order_id: string }
      | { unfinished_before: Date },
    @MedusaContext() context: Context = {}
  ): Promise<RefundView[]> {
    return findRefunds(context, find)
  }

  /** Groups that wait for money beyond their time, and groups whose expiry was interrupted. */
  @InjectManager()
  async listOverdue(now: Date, limit: number, @MedusaContext() context: Context = {}): Promise<string[]> {
    const rows = await sql<{ id: string }>(
      context,
      `select id from order_group where status = 'pending' and expires_at < ? and deleted_at is null
        order by expires_at limit ?`,
      [now, limit]
    )
    return rows.map(({ id }) => id)
  }

  /** Claims older than `before` whose checkout never came to an end. */
  @InjectManager()
  async listStaleClaims(before: Date, @MedusaContext() context: Context = {}): Promise<OrderGroupDTO[]> {
    return (await this.listOrderGroups(
      { status: "placing", created_at: { $lt: before } } as never,
      { take: 50 },
      context
    )) as unknown as OrderGroupDTO[]
  }
}

export default OrderGroupModuleService
