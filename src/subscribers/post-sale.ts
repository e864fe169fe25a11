import { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { OrderGroupEvents } from "../modules/order-group/events"
import { postLedger } from "../workflows/ledger"

/** A company order has been paid: its sale and the market's commission go into the ledger. */
export default async function postSale({ event, container }: SubscriberArgs<{ id: string }>) {
  await postLedger(container, { kind: "sale", id: event.data.id })
}

export const config: SubscriberConfig = {
  event: OrderGroupEvents.ORDER_PAID,
  context: { subscriberId: "bozor-post-sale" },
}
