import { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { OrderGroupEvents } from "../modules/order-group/events"
import { attributeOrders } from "../workflows/ad/serving"

/** A group has been ordered: the ads that brought its orders get the credit. */
export default async function attribute({ event, container }: SubscriberArgs<{ id: string }>) {
  await attributeOrders(container, event.data.id)
}

export const config: SubscriberConfig = {
  event: OrderGroupEvents.CREATED,
  context: { subscriberId: "bozor-attribute-orders" },
}
