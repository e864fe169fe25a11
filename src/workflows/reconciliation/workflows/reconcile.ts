import { createWorkflow, transform, WorkflowData, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { compareStatementStep, Statement, storeReconciliationStep } from "../steps/compare"

/** Compares a provider's statement with the gateway's transactions and keeps the result. Nothing else changes. */
export const reconcileWorkflow = createWorkflow("reconcile", (input: WorkflowData<Statement>) => {
  const rows = compareStatementStep(input)
  const stored = storeReconciliationStep(
    transform({ input, rows }, ({ input, rows }) => ({ statement: input, rows }))
  )
  return new WorkflowResponse(stored)
})
