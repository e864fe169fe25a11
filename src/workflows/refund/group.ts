import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { moveOrderGroupWorkflow } from "../order-group/workflows/move-order-group"

/** Whether anything of an order is on its way or handed over. */
export async function hasHandedOver(container: MedusaContainer, orderId: string): Promise<boolean> {
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: unknown[] }>(
    `select 1 from "order" o
       left join order_fulfillment l on l.order_id = o.id and l.deleted_at is null
       left join fulfillment f on f.id = l.fulfillment_id and f.canceled_at is null and f.deleted_at is null
      where o.id = ? and (f.id is not null or o.status = 'completed') limit 1`,
    [orderId]
  )
  return rows.length > 0
}

/** A paid group is refunded when nothing of it is left: every order has been given back, or is cancelled unpaid or free. */
export async function closeRefundedGroup(container: MedusaContainer, groupId: string): Promise<void> {
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: unknown[] }>(
    `select 1 from company_order c join "order" o on o.id = c.order_id
      where c.group_id = ? and c.deleted_at is null and (c.refunded_total < c.total or c.total = 0)
        and not (o.status = 'canceled' and (c.paid_at is null or c.total = 0)) limit 1`,
    [groupId]
  )
  if (rows.length === 0) {
    await moveOrderGroupWorkflow(container).run({
      input: { group_id: groupId, from: ["pending", "paid"], to: "refunded" },
    })
  }
}
