import { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { PaymentEvents } from "@medusajs/framework/utils"
import { noteCapture } from "../workflows/company-order/note-capture"

/** An operator has captured an order's payment in the dashboard (a provider of no callbacks): the order is paid. */
export default async function paymentCaptured({ event, container }: SubscriberArgs<{ id: string }>) {
  await noteCapture(container, event.data.id)
}

export const config: SubscriberConfig = {
  event: PaymentEvents.CAPTURED,
  context: { subscriberId: "bozor-payment-captured" },
}
