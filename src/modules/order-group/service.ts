import { BigNumberInput, Context, InferTypeOf } from "@medusajs/framework/types"
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

export type OrderGroupDTO = InferTypeOf<typeof OrderGroup>
export type CompanyOrderDTO = InferTypeOf<typeof CompanyOrder>
export type OrderGroupStatus = OrderGroupDTO["status"]

export type NewCompanyOrder = {
  company_id: string
  order_id: string
  rank: number
  currency_code: string
  item_total: string
  shipping_total: string
  discount_total: string
  tax_total: string
  total: string
  shipping_paid: string
  commission_percent: BigNumberInput
  payment_collection_id: string | null
  payment_session_id: string | null
  customer_name: string | null
  customer_phone: string | null
  lines: Array<{
    line_item_id: string
    variant_id: string | null
    listing_id: string | null
    title: string
    quantity: BigNumberInput
    unit_price: BigNumberInput
    discount: BigNumberInput
    total: string
    commission_percent: BigNumberInput
    cost: BigNumberInput | null
    markup_percent: BigNumberInput | null
    ikpu: string | null
    package_code: string | null
    vat_percent: BigNumberInput | null
  }>
}

class OrderGroupModuleService extends MedusaService({
  OrderGroup,
  CompanyOrder,
  CompanyOrderLine,
  CompanyRefund,
}) {
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

  /** Ends a checkout: the group stands, with its total, provider and the time until which it may be paid. */
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
  ): Promise<void> {
    assertId(input.id, "order group id")
    await this.updateOrderGroups(
      { ...input, paid_at: input.status === "paid" ? new Date() : null } as never,
      context
    )
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
