import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  transform,
  when,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { ReceiptEvents } from "../../../modules/receipt/events"
import { issueRefundReceiptStep, loadRefundStep } from "../steps/issue"
import { issueReceiptWorkflow } from "./issue-receipt"

/**
 * Issues the receipt of a refund that has succeeded, once, and before it the sale's where that one is still missing: a
 * buyer never holds proof that more came back than was paid. Run by `company-order.refunded` and, for what was missed, by
 * a job. Emits `receipt.issued`.
 */
export const issueRefundReceiptWorkflow = createWorkflow(
  "issue-refund-receipt-workflow",
  (input: WorkflowData<{ refund_id: string }>) => {
    const order = loadRefundStep(input)
    const sale = issueReceiptWorkflow.runAsStep({ input: order })
    const receipt = issueRefundReceiptStep({
      refund_id: input.refund_id,
      sale_number_text: sale.number_text,
    })
    when("new-refund-receipt", receipt, ({ is_new }) => is_new).then(() => {
      const data = transform(receipt, ({ id, company_id, order_id, kind }) => ({
        id,
        company_id,
        order_id,
        kind,
      }))
      emitEventStep({ eventName: ReceiptEvents.ISSUED, data })
    })
    return new WorkflowResponse(receipt)
  }
)
