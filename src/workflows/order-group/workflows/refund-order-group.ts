import { createWorkflow, WorkflowData, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { RefundMark } from "../lib/cancel-order"
import { cancelOrdersStep } from "../steps/orders"
import { moveOrderGroupWorkflow } from "./move-order-group"

type Input = { group_id: string; mark: RefundMark }

/**
 * Books that a provider has given a paid group's money back: orders cancelled, payments refunded, stock returned.
 * Repeating it changes nothing. Emits `order-group.canceled` once.
 */
export const refundOrderGroupWorkflow = createWorkflow("refund-order-group", (input: WorkflowData<Input>) => {
  cancelOrdersStep(input)
  moveOrderGroupWorkflow.runAsStep({ input: { group_id: input.group_id, from: ["paid"], to: "refunded" } })
  return new WorkflowResponse({ id: input.group_id })
})
