import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { assertId, notFound } from "../../lib/errors"
import { OrderErrors } from "../../modules/order-group/errors"
import { OrderGroupStatus } from "../../modules/order-group/service"
import { PayableStatus } from "../../modules/gateway/types"

/** A company's order as its actions see it. */
export type ActedOrder = {
  id: string
  order_id: string
  company_id: string
  group_id: string
  group_status: OrderGroupStatus
  provider_id: string | null
  payable_status: PayableStatus | null
  order_status: string
  is_paid: boolean
  is_legacy: boolean
  /** It costs nothing: there is no money to give back. */
  is_free: boolean
  is_canceled: boolean
  is_handed_over: boolean
}

/**
 * An order, by its Medusa id; with `company_id`, only that company's. One statement.
 * @throws {MedusaError} 404, also for another company's order; ORDER_IS_HISTORY
 */
export async function findActedOrder(
  container: MedusaContainer,
  input: { order_id: string; company_id?: string },
  options: { allows_history?: boolean } = {}
): Promise<ActedOrder> {
  assertId(input.order_id, "order id")
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: ActedOrder[] }>(
      `select c.id, c.order_id, c.company_id, c.group_id, g.status as group_status, g.provider_id,
            p.status as payable_status, o.status as order_status, c.paid_at is not null as is_paid, c.is_legacy, c.total = 0 as is_free,
            (c.canceled_at is not null or o.status = 'canceled') as is_canceled,
            (o.status = 'completed' or exists
              (select 1 from order_fulfillment l join fulfillment f on f.id = l.fulfillment_id
                where l.order_id = o.id and l.deleted_at is null and f.canceled_at is null and f.deleted_at is null)
            ) as is_handed_over
       from company_order c
       join order_group g on g.id = c.group_id and g.status <> 'placing' and g.deleted_at is null
       join "order" o on o.id = c.order_id and o.deleted_at is null
       left join gateway_payable p on p.order_group_id = g.id and p.deleted_at is null
      where c.order_id = ? and c.company_id = coalesce(?, c.company_id) and c.deleted_at is null`,
      [input.order_id, input.company_id ?? null]
    )
  if (!rows[0]) {
    throw notFound("Order", input.order_id)
  }
  // Neither our ledger nor our stock knows of it: every move would begin in the middle.
  if (rows[0].is_legacy && !options.allows_history) {
    throw OrderErrors.isHistory()
  }
  return rows[0]
}
