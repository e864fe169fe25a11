import { emitEventStep } from "@medusajs/medusa/core-flows"
import { PaymentEvents } from "@medusajs/framework/utils"
import {
  createWorkflow,
  transform,
  when,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { OrderGroupEvents } from "../../../modules/order-group/events"
import { Money } from "../lib/capture-order"
import { captureOrdersStep } from "../steps/orders"

type Input = { group_id: string; company_order_id?: string } & Money

/**
 * Books money of a group: each order's payment is captured with its own total; the group is paid when no order of it
 * waits any more. The caller holds the lock of the group. Emits Medusa's `payment.captured`, `company-order.paid` per
 * order and `order-group.paid`, each at most once: whoever must not miss them looks at the rows, too.
 */
export const settleOrderGroupWorkflow = createWorkflow("settle-order-group", (input: WorkflowData<Input>) => {
  const captured = captureOrdersStep(input)
  when("money-came", captured, ({ paid }) => paid.length > 0).then(() => {
    emitEventStep({
      eventName: PaymentEvents.CAPTURED,
      data: transform(captured, ({ payment_ids }) => payment_ids.map((id) => ({ id }))),
    }).config({ name: "tell-payments" })
    emitEventStep({ eventName: OrderGroupEvents.ORDER_PAID, data: captured.paid }).config({
      name: "tell-orders",
    })
  })
  when("group-is-paid", captured, ({ is_group_paid }) => is_group_paid).then(() => {
    emitEventStep({
      eventName: OrderGroupEvents.PAID,
      data: transform(input, ({ group_id }) => ({ id: group_id })),
    }).config({ name: "tell-group" })
  })
  return new WorkflowResponse(captured)
})
