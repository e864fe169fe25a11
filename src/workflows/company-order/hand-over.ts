import { markOrderFulfillmentAsDeliveredWorkflow } from "@medusajs/medusa/core-flows"
import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { findActedOrder } from "./find"
import { whileHandingOver } from "./guard-fulfillment"
import { Sending } from "./lib/plan-sending"
import { parcelsOf, sendGoods } from "./send-goods"
import { tellHandOver } from "./tell-hand-over"

type Input = { order_id: string; company_id: string; by: string }

/**
 * A company sends an order's goods, all that is left of it or the given pieces (business rule 9). Emits
 * `company-order.shipped`. Sent goods are not sent again.
 * @throws {MedusaError} 404, ORDER_NOT_PAID, ORDER_MONEY_GOES_BACK, and what `sendGoods` refuses
 */
export async function fulfillOrder(
  container: MedusaContainer,
  input: Input & { items?: Sending; request_key?: string | null }
): Promise<void> {
  const order = await findActedOrder(container, input)
  await whileHandingOver(container, order.order_id, async () => {
    const { items, request_key } = input
    await sendGoods(container, { ...order, sent_by: input.by, items, request_key })
    await tellHandOver(container, order.id)
  })
}

/**
 * A company says that the buyer has the goods: what has not been sent was given over the counter. Emits
 * `company-order.delivered`. Saying it again changes nothing.
 * @throws {MedusaError} as `fulfillOrder`
 */
export async function deliverOrder(container: MedusaContainer, input: Input): Promise<void> {
  const order = await findActedOrder(container, input)
  await whileHandingOver(container, order.order_id, async () => {
    await sendGoods(container, { ...order, sent_by: input.by })
    await noteReceiver(container, order.id, input.by)
    for (const { id, is_delivered } of await parcelsOf(container, order.order_id)) {
      if (!is_delivered) {
        await markOrderFulfillmentAsDeliveredWorkflow(container).run({
          input: { orderId: order.order_id, fulfillmentId: id },
        })
      }
    }
    await tellHandOver(container, order.id)
  })
}

/** Before the last parcel is marked: an order that is delivered has its name. */
async function noteReceiver(container: MedusaContainer, id: string, by: string): Promise<void> {
  await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw(
      `update company_order set delivered_by = ?, updated_at = now() where id = ? and delivered_at is null`,
      [by, id]
    )
}
