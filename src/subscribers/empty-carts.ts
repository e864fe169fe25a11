import { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { CompanyEvents } from "../modules/company/events"
import { takeOutOfCarts } from "../workflows/access/carts"

/** A company that has become private no longer sells to those whom it has not let in: its goods leave their carts. */
export default async function cartsEmptied({
  event,
  container,
}: SubscriberArgs<{ id: string; is_private: boolean }>) {
  if (event.data.is_private) {
    await takeOutOfCarts(container, { company_id: event.data.id })
  }
}

export const config: SubscriberConfig = {
  event: CompanyEvents.VISIBILITY_CHANGED,
  context: { subscriberId: "bozor-empty-carts" },
}
