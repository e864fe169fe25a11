import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  transform,
  when,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { SettlementEvents } from "../../../modules/ledger/events"
import { ClosingPeriod } from "../../../modules/ledger/lib/settle"
import { closePeriodStep } from "../steps/close"

/**
 * Closes a period of one company into a statement, if there is something to state. Entries of the period that come
 * later belong to the next one. Emits `settlement.closed`.
 */
export const closeSettlementWorkflow = createWorkflow(
  "close-settlement",
  (input: WorkflowData<ClosingPeriod>) => {
    const closed = closePeriodStep(input)
    when({ closed }, ({ closed }) => closed.outcome === "closed").then(() => {
      const data = transform({ input, closed }, ({ input, closed }) => ({
        id: "id" in closed ? closed.id : "",
        company_id: input.company_id,
      }))
      emitEventStep({ eventName: SettlementEvents.CLOSED, data })
    })
    return new WorkflowResponse(closed)
  }
)
