import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { moveOrderGroupWorkflow } from "../order-group/workflows/move-order-group"
import { closeRefundedGroup } from "../refund/group"

/**
 * A pending group follows its orders when one of them is cancelled by itself: as long as one waits for money it stays
 * as it is; then it is paid when any of them is, refunded when all of that has gone back, and cancelled when none was.
 * The caller holds the group's lock.
 */
export async function followOrders(container: MedusaContainer, group_id: string): Promise<void> {
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Array<{ waiting: number; paid: number }> }>(
      `select count(*) filter (where c.paid_at is null and o.status <> 'canceled')::int as waiting,
              count(c.paid_at)::int as paid
         from company_order c join "order" o on o.id = c.order_id
        where c.group_id = ? and c.deleted_at is null`,
      [group_id]
    )
  const [{ waiting, paid }] = rows
  if (waiting > 0) {
    return
  }
  const to = paid > 0 ? "paid" : "canceled"
  await moveOrderGroupWorkflow(container).run({ input: { group_id, from: ["pending"], to } })
  if (paid > 0) {
    await closeRefundedGroup(container, group_id)
  }
}
