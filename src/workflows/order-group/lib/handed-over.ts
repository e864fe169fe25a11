import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

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
