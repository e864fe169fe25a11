import { createWorkflow, WorkflowData, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { captureOrdersStep } from "../steps/orders"
import { moveOrderGroupWorkflow } from "./move-order-group"

type Input = { group_id: string; proof: { transaction: string } }

/**
 * Books the money of a paid group: each order's payment is captured with its own total, and the group is paid. The
 * caller holds the lock of the payment. Emits `order-group.paid` once.
 */
export const settleOrderGroupWorkflow = createWorkflow("settle-order-group", (input: WorkflowData<Input>) => {
  captureOrdersStep(input)
  moveOrderGroupWorkflow.runAsStep({ input: { group_id: input.group_id, from: ["pending"], to: "paid" } })
  return new WorkflowResponse({ id: input.group_id })
})
