import { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { FulfillmentWorkflowEvents, OrderWorkflowEvents } from "@medusajs/framework/utils"
import { tellFulfillment } from "../workflows/company-order/tell-hand-over"

/** Goods were sent or have arrived, said in Medusa's own pages too: whoever listens to the company's order hears of it. */
export default async function handOverTold({
  event,
  container,
}: SubscriberArgs<{ id?: string; fulfillment_id?: string }>) {
  const id = event.data.fulfillment_id ?? event.data.id
  if (id) {
    await tellFulfillment(container, id)
  }
}

export const config: SubscriberConfig = {
  event: [
    OrderWorkflowEvents.FULFILLMENT_CREATED,
    FulfillmentWorkflowEvents.SHIPMENT_CREATED,
    FulfillmentWorkflowEvents.DELIVERY_CREATED,
  ],
  context: { subscriberId: "bozor-tell-hand-over" },
}
