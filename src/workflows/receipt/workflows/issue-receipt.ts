import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  transform,
  when,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { ReceiptEvents } from "../../../modules/receipt/events"
import { issueReceiptStep } from "../steps/issue"

/**
 * Issues the receipt of one company's paid order, once: repeating it answers the same receipt and tells nobody. Run by
 * `company-order.paid` and, for what was missed, by a job. Emits `receipt.issued`.
 */
export const issueReceiptWorkflow = createWorkflow(
  "issue-receipt-workflow",
  (input: WorkflowData<{ company_order_id: string }>) => {
    const receipt = issueReceiptStep(input)
    when("new-receipt", receipt, ({ is_new }) => is_new).then(() => {
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
