import { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { OrderGroupEvents } from "../modules/order-group/events"
import { postLedger } from "../workflows/ledger"

/** Money has gone back to a buyer: the refund and the commission it takes back go into the ledger. */
export default async function postRefund({ event, container }: SubscriberArgs<{ id: string }>) {
  await postLedger(container, { kind: "refund", id: event.data.id })
}

export const config: SubscriberConfig = {
  event: OrderGroupEvents.ORDER_REFUNDED,
  context: { subscriberId: "bozor-post-refund" },
}
