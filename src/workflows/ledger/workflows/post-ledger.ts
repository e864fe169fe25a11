import { createWorkflow, transform, WorkflowData, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { preparePostingsStep, savePostingsStep } from "../steps/post"
import { LedgerEvent } from "../types"

/**
 * The one way into the ledger: what was paid, refunded or settled becomes a double entry, once, by the event's
 * reference. Call it through `postLedger`, which takes turns about one order.
 */
export const postLedgerWorkflow = createWorkflow(
  "post-ledger",
  (input: WorkflowData<{ event: LedgerEvent }>) => {
    const event = transform(input, ({ event }) => event)
    const postings = preparePostingsStep(event)
    const { written } = savePostingsStep({ event, postings })
    return new WorkflowResponse({ written })
  }
)
