import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { OrderGroupEvents } from "../../modules/order-group/events"
import { underGroupLock } from "../order-group"

type Owed = {
  id: string
  order_id: string
  company_id: string
  order_group_id: string
  owes_shipped: boolean
  owes_delivered: boolean
}

/**
 * Tells of goods that were sent or have arrived, whoever said so, and then writes down that it was told: an event that a
 * crash swallowed is told by the job. A cash desk's sale is handed over as it is made, which is nothing to tell. The caller holds the group's lock, so nothing is told twice but after a crash.
 */
export async function tellHandOver(container: MedusaContainer, companyOrderId: string): Promise<void> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await knex.raw<{ rows: Owed[] }>(
    `select id, order_id, company_id, group_id as order_group_id,
            shipped_at is not null and shipped_told_at is null as owes_shipped,
            delivered_at is not null and delivered_told_at is null as owes_delivered
       from company_order where id = ? and channel = 'web' and deleted_at is null`,
    [companyOrderId]
  )
  if (rows.length === 0) {
    return
  }
  const [{ owes_shipped, owes_delivered, ...data }] = rows
  const names = [
    ...(owes_shipped ? [OrderGroupEvents.ORDER_SHIPPED] : []),
    ...(owes_delivered ? [OrderGroupEvents.ORDER_DELIVERED] : []),
  ]
  if (names.length > 0) {
    await container.resolve(Modules.EVENT_BUS).emit(names.map((name) => ({ name, data })))
    await knex.raw(
      `update company_order
          set shipped_told_at = case when shipped_at is not null then coalesce(shipped_told_at, now()) end,
              delivered_told_at = case when delivered_at is not null then coalesce(delivered_told_at, now()) end
        where id = ?`,
      [companyOrderId]
    )
  }
}

/** The orders whose hand-over nobody has told of yet: Medusa's own pages sent them, or a process died. Returns how many. */
export async function tellMissedHandOvers(
  container: MedusaContainer,
  input: { before: Date; limit: number }
): Promise<number> {
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Array<{ id: string; group_id: string }> }>(
      `select id, group_id from company_order
        where (shipped_at is not null and shipped_told_at is null or delivered_at is not null and delivered_told_at is null)
          and channel = 'web' and deleted_at is null and updated_at < ? order by updated_at limit ?`,
      [input.before, input.limit]
    )
  for (const { id, group_id } of rows) {
    await underGroupLock(container, group_id, () => tellHandOver(container, id))
  }
  return rows.length
}

/** The company's order behind a fulfilment of Medusa's; tells of it. Others are left alone. */
export async function tellFulfillment(container: MedusaContainer, fulfillmentId: string): Promise<void> {
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Array<{ id: string; group_id: string }> }>(
      `select c.id, c.group_id from order_fulfillment l join company_order c on c.order_id = l.order_id
        where l.fulfillment_id = ? and l.deleted_at is null and c.deleted_at is null`,
      [fulfillmentId]
    )
  for (const { id, group_id } of rows) {
    await underGroupLock(container, group_id, () => tellHandOver(container, id))
  }
}
