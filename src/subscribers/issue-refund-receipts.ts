import { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { OrderGroupEvents } from "../modules/order-group/events"
import { issueRefundReceiptWorkflow } from "../workflows/receipt"

/** A refund has succeeded: its receipt is issued, after that of the sale. */
export default async function issueRefundReceipts({ event, container }: SubscriberArgs<{ id: string }>) {
  await issueRefundReceiptWorkflow(container).run({ input: { refund_id: event.data.id } })
}

export const config: SubscriberConfig = {
  event: OrderGroupEvents.ORDER_REFUNDED,
  context: { subscriberId: "bozor-issue-refund-receipts" },
}
