import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { assertId } from "../../lib/errors"
import { CASH_PROVIDER } from "../../lib/payment-providers"
import { OrderErrors } from "../../modules/order-group/errors"
import { underGroupLock } from "../order-group"

type Standing = { awaits_money: boolean; money_goes_back: boolean }

const STANDING = `
  select (c.paid_at is null and c.total > 0 and (p.id is not null or g.provider_id = ?)) as awaits_money,
         (c.canceled_at is not null or p.status in ('refunded', 'canceled', 'expired') or c.total <= (
           select coalesce(sum(r.amount), -1) from company_refund r
            where r.company_order_id = c.id and r.status <> 'failed' and r.deleted_at is null)) as money_goes_back
    from company_order c
    join order_group g on g.id = c.group_id
    left join gateway_payable p on p.order_group_id = g.id and p.deleted_at is null
   where c.order_id = ? and c.deleted_at is null`

/**
 * Hands goods of an order over, under the lock of its group: while this runs, nobody takes the money back, and while
 * somebody does, nothing is handed over (business rule 9: paid before it is shipped). Orders that are not a company's are
 * let through.
 * @throws {MedusaError} ORDER_NOT_PAID, ORDER_MONEY_GOES_BACK, ORDER_IS_HISTORY
 */
export async function whileHandingOver(
  container: MedusaContainer,
  orderId: string,
  handOver: () => Promise<void>
): Promise<void> {
  assertId(orderId, "order id")
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  await refuseHistory(container, orderId)
  const { rows: groups } = await knex.raw<{ rows: Array<{ group_id: string }> }>(
    `select group_id from company_order where order_id = ? and deleted_at is null`,
    [orderId]
  )
  if (groups.length === 0) {
    return handOver()
  }
  await underGroupLock(container, groups[0].group_id, async () => {
    const { rows } = await knex.raw<{ rows: Standing[] }>(STANDING, [CASH_PROVIDER, orderId])
    if (rows[0].money_goes_back) {
      throw OrderErrors.moneyGoesBack()
    }
    if (rows[0].awaits_money) {
      throw OrderErrors.notPaid()
    }
    await handOver()
  })
}

/**
 * Refuses what would part a company's order from its frozen lines, receipt and books: Medusa's edits, claims and exchanges.
 * @throws {MedusaError} ORDER_IS_FROZEN
 */
export async function refuseChangeOfCompanyOrder(container: MedusaContainer, orderId: string): Promise<void> {
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: unknown[] }>(`select 1 from company_order where order_id = ? and deleted_at is null`, [
      orderId,
    ])
  if (rows.length > 0) {
    throw OrderErrors.frozen()
  }
}

/**
 * Refuses to move goods of an order of an older system: they never lay on our shelves, and would come back to them.
 * @throws {MedusaError} ORDER_IS_HISTORY
 */
export async function refuseHistory(container: MedusaContainer, orderId: string): Promise<void> {
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: unknown[] }>(
      `select 1 from company_order where order_id = ? and is_legacy and deleted_at is null`,
      [orderId]
    )
  if (rows.length > 0) {
    throw OrderErrors.isHistory()
  }
}
