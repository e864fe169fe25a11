import { createOrderFulfillmentWorkflow, createOrderShipmentWorkflow } from "@medusajs/medusa/core-flows"
import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { LEFT_TO_SEND } from "../order-group/lib/order-lines"
import { planSending, SendableLine, Sending } from "./lib/plan-sending"

const SENDABLE = `
  select l.id, l.line_item_id, l.title, coalesce(i.requires_shipping, true) as needs_shipping,
         (${LEFT_TO_SEND.column})::float8 as left
    from company_order_line l
    left join order_line_item i on i.id = l.line_item_id
    ${LEFT_TO_SEND.joins}
   where l.company_order_id = ? and l.deleted_at is null order by l.id`

const OPEN_PARCELS = `
  select f.id, f.shipped_at is not null as is_shipped, f.delivered_at is not null as is_delivered
    from order_fulfillment l join fulfillment f on f.id = l.fulfillment_id and f.canceled_at is null and f.deleted_at is null
   where l.order_id = ? and l.deleted_at is null order by f.created_at, f.id`

export type Parcel = { id: string; is_shipped: boolean; is_delivered: boolean }

export type SendInput = {
  id: string
  order_id: string
  company_id: string
  sent_by: string
  items?: Sending
  request_key?: string | null
}

/**
 * Sends an order's goods from the company's shelf: Medusa's fulfilment of what is left (or of the given pieces), and its
 * shipment. Medusa takes the lock of each kind of goods itself. What an interrupted call left unshipped is shipped by the next. The caller holds the group's lock.
 * @throws {MedusaError} FULFILL_LINE_UNKNOWN, FULFILL_QUANTITY_WRONG, Medusa's own when the goods are not on the shelf
 */
export async function sendGoods(container: MedusaContainer, input: SendInput): Promise<void> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  if (!(await isRepeated(container, input))) {
    const { rows } = await knex.raw<{ rows: SendableLine[] }>(SENDABLE, [input.id])
    const parcels = planSending(rows, input.items)
    for (const items of parcels) {
      await pack(container, input, items)
    }
  }
  for (const { id, is_shipped, is_delivered } of await parcelsOf(container, input.order_id)) {
    if (!is_shipped && !is_delivered) {
      await createOrderShipmentWorkflow(container).run({
        input: {
          order_id: input.order_id,
          fulfillment_id: id,
          items: [],
          labels: [],
          created_by: input.sent_by,
        },
      })
    }
  }
}

/** The fulfilments of an order that have not been cancelled, oldest first. */
export async function parcelsOf(container: MedusaContainer, orderId: string): Promise<Parcel[]> {
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Parcel[] }>(OPEN_PARCELS, [orderId])
  return rows
}

async function pack(container: MedusaContainer, input: SendInput, items: Sending): Promise<void> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await knex.raw<{ rows: Array<{ stock_location_id: string | null }> }>(
    `select stock_location_id from company where id = ?`,
    [input.company_id]
  )
  await createOrderFulfillmentWorkflow(container).run({
    input: {
      order_id: input.order_id,
      items,
      location_id: rows[0]?.stock_location_id ?? undefined,
      created_by: input.sent_by,
      metadata: input.request_key ? { request_key: input.request_key } : undefined,
    },
  })
}

/** A client that did not hear the answer sends the same call again, with its key. */
async function isRepeated(container: MedusaContainer, input: SendInput): Promise<boolean> {
  if (!input.request_key) {
    return false
  }
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: unknown[] }>(
    `select 1 from order_fulfillment l join fulfillment f on f.id = l.fulfillment_id
      where l.order_id = ? and l.deleted_at is null and f.metadata ->> 'request_key' = ? limit 1`,
    [input.order_id, input.request_key]
  )
  return rows.length > 0
}
