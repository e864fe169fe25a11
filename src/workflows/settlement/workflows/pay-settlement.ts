import { emitEventStep } from "@medusajs/medusa/core-flows"
import { createWorkflow, transform, WorkflowData, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { SettlementEvents } from "../../../modules/ledger/events"
import { LedgerEvent, postLedgerWorkflow } from "../../ledger"

type Input = { id: string; company_id: string; proof: string; paid_by: string | null; paid_at: Date }

/**
 * An operator has sent a statement's money and shows the proof: the statement is paid and the payout is in the ledger,
 * in one database transaction, once. Emits `settlement.paid`.
 */
export const paySettlementWorkflow = createWorkflow("pay-settlement", (input: WorkflowData<Input>) => {
  const event = transform(input, ({ id, proof, paid_by, paid_at }): LedgerEvent => ({
    kind: "payout",
    id,
    proof,
    paid_by,
    paid_at,
  }))
  postLedgerWorkflow.runAsStep({ input: { event } })
  emitEventStep({
    eventName: SettlementEvents.PAID,
    data: transform(input, ({ id, company_id }) => ({ id, company_id })),
  })
  return new WorkflowResponse({ id: input.id })
})
