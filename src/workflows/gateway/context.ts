import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { TransactionView } from "../../modules/gateway/types"

/**
 * Whether somebody has taken an order of the group out of this payment by hand: cancelled it, or marked it as paid. Then
 * the amount is no longer what the group owes. One statement.
 */
export async function isChangedByHand(container: MedusaContainer, reference: string): Promise<boolean> {
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: unknown[] }>(
    `select 1 from gateway_payable p
       join company_order c on c.group_id = p.order_group_id and c.deleted_at is null
       join "order" o on o.id = c.order_id
      where p.reference = ? and p.deleted_at is null and (o.status = 'canceled' or exists
            (select 1 from order_transaction t where t.order_id = o.id and t.amount > 0 and t.deleted_at is null)) limit 1`,
    [reference]
  )
  return rows.length > 0
}

/**
 * Whether a provider can't take the group's money back any more: something has been handed over or is on its way, or a
 * part has been refunded in another way and would go back twice.
 */
export async function hasShipped(container: MedusaContainer, groupId: string): Promise<boolean> {
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: unknown[] }>(
    `select 1 from company_order c
       join "order" o on o.id = c.order_id
       left join order_fulfillment l on l.order_id = c.order_id and l.deleted_at is null
       left join fulfillment f on f.id = l.fulfillment_id and f.canceled_at is null and f.deleted_at is null
      where c.group_id = ? and c.deleted_at is null and (f.id is not null or o.status = 'completed' or exists
            (select 1 from company_refund r where r.company_order_id = c.id and r.status = 'succeeded'
                and r.method <> 'provider' and r.deleted_at is null)) limit 1`,
    [groupId]
  )
  return rows.length > 0
}

/** Whether one of these transactions has the money already, or is taking it in this moment. */
export function isTaken(transactions: TransactionView[]): boolean {
  return transactions.some((row) => row.state === 2 || (row.state === 1 && row.performing_at !== null))
}
