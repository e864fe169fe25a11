import { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { OrderGroupEvents } from "../modules/order-group/events"
import { issueReceiptWorkflow } from "../workflows/receipt"

/** A company's order is paid: its receipt is issued. Told twice it is one receipt; told never, a job makes up for it. */
export default async function issueReceipts({ event, container }: SubscriberArgs<{ id: string }>) {
  await issueReceiptWorkflow(container).run({ input: { company_order_id: event.data.id } })
}

export const config: SubscriberConfig = {
  event: OrderGroupEvents.ORDER_PAID,
  context: { subscriberId: "bozor-issue-receipts" },
}
