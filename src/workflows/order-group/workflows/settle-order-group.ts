import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  transform,
  when,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { OrderGroupEvents } from "../../../modules/order-group/events"
import { OrderGroupStatus } from "../../../modules/order-group/service"
import { Money } from "../lib/capture-order"
import { captureOrdersStep, isGroupPaidStep } from "../steps/orders"
import { moveOrderGroupWorkflow } from "./move-order-group"

type Input = { group_id: string; company_order_id?: string } & Money

/**
 * Books money of a group: each order's payment is captured with its own total; the group is paid when no order of it
 * waits any more. The caller holds the lock of the group. Emits `company-order.paid` per order and `order-group.paid`.
 */
export const settleOrderGroupWorkflow = createWorkflow("settle-order-group", (input: WorkflowData<Input>) => {
  const captured = captureOrdersStep(input)
  when("money-came", captured, ({ paid }) => paid.length > 0).then(() => {
    emitEventStep({ eventName: OrderGroupEvents.ORDER_PAID, data: captured.paid })
  })
  const group = isGroupPaidStep(input.group_id)
  when("nobody-waits", group, ({ is_paid }) => is_paid).then(() => {
    moveOrderGroupWorkflow.runAsStep({
      input: transform(input, ({ group_id }) => ({
        group_id,
        from: ["pending"] as OrderGroupStatus[],
        to: "paid" as const,
      })),
    })
  })
  return new WorkflowResponse(captured)
})
