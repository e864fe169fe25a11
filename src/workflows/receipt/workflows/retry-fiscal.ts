import { createStep, createWorkflow, StepResponse, WorkflowData } from "@medusajs/framework/workflows-sdk"
import { WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { RECEIPT_MODULE } from "../../../modules/receipt"
import ReceiptModuleService from "../../../modules/receipt/service"
import { runFiscalQueue } from "../fiscal/run"

const makeDueStep = createStep("make-fiscal-submission-due", async (input: { id: string }, { container }) => {
  await container.resolve<ReceiptModuleService>(RECEIPT_MODULE).retrySubmission(input.id, Date.now())
  return new StepResponse(undefined)
})

/** The queue is worked through as the job does: the row that was just made due is in it. */
const runQueueStep = createStep("run-fiscal-queue", async (_: { id: string }, { container }) => {
  return new StepResponse({ attempted: await runFiscalQueue(container, Date.now()) })
})

/** An operator tries a fiscal submission again, with all its attempts before it. */
export const retryFiscalWorkflow = createWorkflow(
  "retry-fiscal-submission",
  (input: WorkflowData<{ id: string }>) => {
    makeDueStep(input)
    return new WorkflowResponse(runQueueStep(input))
  }
)
