import { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { OrderWorkflowEvents } from "@medusajs/framework/utils"
import { noteCancellation } from "../workflows/company-order/note-cancellation"

/** An order has been cancelled by Medusa's own means: its group follows. */
export default async function orderCanceled({ event, container }: SubscriberArgs<{ id: string }>) {
  await noteCancellation(container, event.data.id)
}

export const config: SubscriberConfig = {
  event: OrderWorkflowEvents.CANCELED,
  context: { subscriberId: "bozor-order-canceled" },
}
