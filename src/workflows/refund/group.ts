import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { moveOrderGroupWorkflow } from "../order-group/workflows/move-order-group"

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
